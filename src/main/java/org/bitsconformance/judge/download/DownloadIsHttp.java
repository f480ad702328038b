package org.bitsconformance.judge.download;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Answer.Framing;
import org.bitsconformance.transcript.http.ByteRangesBody;
import org.bitsconformance.transcript.http.Excerpt;

/** The answer to a download can be read as HTTP without leniency, and ends where it says. */
public final class DownloadIsHttp implements CaseRule {

    private static final String EXPECTED = "a response in the form of RFC 2616 section 6";

    @Override
    public String requirement() {
        return "download.http";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        List<Located> found = new ArrayList<>();
        for (Download download : Downloads.ofTarget(history, context)) {
            String id = download.exchange().id();
            if (download.answer().isPresent()) {
                found.add(new Located(
                        history.caseId(), id, judge(download, download.answer().get())));
            } else if (download.exchange().ending() == Ending.NOT_HTTP) {
                String start = Excerpt.of(download.exchange().answer().text());
                String message = "The answer to the " + download.words() + " is not HTTP: " + start;
                found.add(new Located(history.caseId(), id, Judgement.broken(EXPECTED, start, message)));
            }
        }
        return found;
    }

    private static Judgement judge(Download download, Answer answer) {
        if (!answer.version().matches("HTTP/1\\.[01]")) {
            return Downloads.wrong(download, answer, Judgement.STATUS, "HTTP/1.0 or HTTP/1.1", answer.version());
        }
        if (!answer.defects().isEmpty()) {
            String defect = answer.defects().get(0);
            return Judgement.broken(
                    EXPECTED, defect, "The answer to the " + download.words() + " is malformed: " + defect);
        }
        if (download.isHead() || download.exchange().ending() == Ending.TOO_LONG) {
            return Judgement.held();
        }
        return hasItsEnd(download, answer);
    }

    private static Judgement hasItsEnd(Download download, Answer answer) {
        if (!answer.complete() && download.exchange().ending() == Ending.TIMED_OUT) {
            return Judgement.notJudged("the answer to the " + download.words() + " did not end in time");
        }
        int arrived = answer.body().length() + answer.excess();
        if (!answer.complete() || answer.excess() > 0) {
            String said = answer.framing() == Framing.CONTENT_LENGTH
                    ? answer.headers().first(BitsHeaders.CONTENT_LENGTH).orElse("") + " bytes"
                    : answer.body().length() + " bytes and the end of the chunks";
            return Downloads.wrong(download, answer, Judgement.BODY, "a body of " + said, arrived + " bytes");
        }
        boolean torn = answer.status() == 206
                && ByteRangesBody.isSaidBy(answer)
                && ByteRangesBody.of(answer)
                        .filter(body -> body.closed() && !body.parts().isEmpty())
                        .isEmpty();
        return torn
                ? Downloads.wrong(
                        download,
                        answer,
                        Judgement.BODY,
                        "a body with parts between the boundaries that Content-Type names",
                        "a body without them")
                : Judgement.held();
    }
}
