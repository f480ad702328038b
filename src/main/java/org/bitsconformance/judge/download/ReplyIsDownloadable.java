package org.bitsconformance.judge.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.ReplyUrl;

/**
 * The URL that the Ack named can be downloaded while the session is open. If it is on another host, the suite itself
 * may be unable to reach it, so a failure is only reported.
 */
public final class ReplyIsDownloadable implements CaseRule {

    private static final Set<Integer> THERE = Set.of(200, 203, 204);

    @Override
    public String requirement() {
        return "reply-url.downloadable";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        List<Located> found = new ArrayList<>();
        for (Download download : history.downloads()) {
            boolean asFirst = download.isPlainGet()
                    && download.ended().isEmpty()
                    && ObservedReply.to(download, history)
                            .plainGet()
                            .filter(first -> download.equals(first) || isRepeated(first, download))
                            .isPresent();
            if (asFirst && download.exchange().ending() != Ending.CUT_OFF) {
                Judgement judgement =
                        Downloads.isOfTarget(download, context) ? judge(download) : ofAnotherHost(download);
                found.add(new Located(history.caseId(), download.exchange().id(), judgement));
            }
        }
        return found;
    }

    /** Whether a GET is the same as an earlier one, including the names of its header fields. */
    private static boolean isRepeated(Download first, Download again) {
        return names(first).equals(names(again));
    }

    private static List<String> names(Download download) {
        return download.request().headers().fields().stream()
                .map(Header::name)
                .sorted()
                .toList();
    }

    private static Judgement judge(Download download) {
        if (download.answer().isEmpty()) {
            return Judgement.notJudged("there was no answer to the " + download.words());
        }
        Answer answer = download.answer().get();
        if (THERE.contains(answer.status())) {
            return Judgement.held();
        }
        if (GetAndHeadAreServed.refusesMethod(answer)) {
            return Judgement.skipped("the target does not answer GET, which is another requirement");
        }
        if (!isWrittenAsUrl(download)) {
            return Judgement.skipped("what the Ack names is not written as a URL, which is another requirement");
        }
        if (FrontEnd.asksForCredentials(answer) || Downloads.leadsElsewhere(answer)) {
            return Judgement.skipped("the " + download.words() + " was answered " + answer.status()
                    + ": the reply asks for credentials, or is elsewhere");
        }
        return Downloads.isBeside(answer)
                ? Judgement.notJudged(FrontEnd.says(answer, "the " + download.words()))
                : Downloads.wrongStatus(download, answer, "200");
    }

    /** Whether the value is a URL; clients interpret anything else differently. */
    private static boolean isWrittenAsUrl(Download download) {
        return download.named()
                .flatMap(Step::answer)
                .flatMap(ack -> ack.headers().first(BitsHeaders.REPLY_URL))
                .filter(value -> !ReplyUrl.isWritten(value))
                .isEmpty();
    }

    private static Judgement ofAnotherHost(Download download) {
        if (download.answer().filter(one -> THERE.contains(one.status())).isPresent()) {
            return Judgement.held();
        }
        return Judgement.observed(
                "The reply is on another host than the target, and the " + download.words() + " there "
                        + download.answer()
                                .map(answer -> "was answered " + answer.status())
                                .orElse("was not answered")
                        + ".");
    }
}
