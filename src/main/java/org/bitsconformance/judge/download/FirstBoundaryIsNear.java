package org.bitsconformance.judge.download;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ByteRangesBody;

/** At most two line ends come between the blank line that ends the header and the first boundary. */
public final class FirstBoundaryIsNear implements PartRule {

    private static final int MOST = 2;

    @Override
    public String requirement() {
        return "download.parts.line-ends";
    }

    @Override
    public Judgement judge(ByteRangesBody body, Download download, Answer answer, ObservedReply reply) {
        return body.lineEndsBefore() <= MOST
                ? Judgement.held()
                : Downloads.wrong(
                        download,
                        answer,
                        Judgement.BODY,
                        "at most " + MOST + " line ends before its first boundary",
                        body.lineEndsBefore() + " line ends there");
    }
}
