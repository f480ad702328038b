package org.bitsconformance.rule.download;

import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Download;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.Excerpt;
import org.bitsconformance.transcript.HttpDate;

/** An answer with 200 or 206 to GET says when the reply was made, in a form of HTTP. */
public final class DownloadHasLastModified implements DownloadRule {

    static final String NAME = "Last-Modified";

    private static final String EXPECTED = NAME + " with a time in a form of HTTP";

    @Override
    public String requirement() {
        return "download.last-modified";
    }

    @Override
    public Judgement judge(Download download, Answer answer, Reply reply) {
        if (download.isHead() || (answer.status() != 200 && answer.status() != 206)) {
            return Judgement.outOfScope();
        }
        return answer.headers()
                .first(NAME)
                .map(value -> HttpDate.parse(value).isPresent()
                        ? Judgement.held()
                        : Downloads.wrong(download, answer, EXPECTED, NAME + ": " + Excerpt.of(value)))
                .orElseGet(() -> Downloads.wrong(download, answer, EXPECTED, "no " + NAME));
    }
}
