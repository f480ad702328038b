package org.bitsconformance.rule.download;

import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Download;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.ByteRangesBody;

/** After the blank line that ends the header, at most two line ends come before the first boundary. */
public final class FirstBoundaryIsNear implements PartRule {

    private static final int MOST = 2;

    @Override
    public String requirement() {
        return "download.parts.line-ends";
    }

    @Override
    public Judgement judge(ByteRangesBody body, Download download, Answer answer, Reply reply) {
        return body.lineEndsBefore() <= MOST
                ? Judgement.held()
                : Downloads.wrong(
                        download,
                        answer,
                        "at most " + MOST + " line ends before its first boundary",
                        body.lineEndsBefore() + " line ends there");
    }
}
