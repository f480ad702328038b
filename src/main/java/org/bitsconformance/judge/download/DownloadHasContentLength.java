package org.bitsconformance.judge.download;

import java.util.List;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/** A 200 or 206 answer to GET or HEAD states its length. */
public final class DownloadHasContentLength implements DownloadRule {

    private static final String EXPECTED = BitsHeaders.CONTENT_LENGTH + " with a number of bytes";

    @Override
    public String requirement() {
        return "download.content-length";
    }

    @Override
    public Judgement judge(Download download, Answer answer, ObservedReply reply) {
        if (answer.status() != 200 && answer.status() != 206) {
            return Judgement.outOfScope();
        }
        List<String> values = answer.headers().all(BitsHeaders.CONTENT_LENGTH).stream()
                .distinct()
                .toList();
        if (values.isEmpty()) {
            return Downloads.wrong(
                    download, answer, BitsHeaders.CONTENT_LENGTH, EXPECTED, "no " + BitsHeaders.CONTENT_LENGTH);
        }
        return values.size() == 1 && values.get(0).matches("\\d{1,18}")
                ? Judgement.held()
                : Downloads.wrong(
                        download,
                        answer,
                        BitsHeaders.CONTENT_LENGTH,
                        EXPECTED,
                        BitsHeaders.CONTENT_LENGTH + ": " + Excerpt.of(String.join(", ", values)));
    }
}
