package org.bitsconformance.judge.download;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.ReplyUrl;

/** What the rules about downloads share. */
final class Downloads {

    private static final Set<Integer> GONE = Set.of(404, 410);

    private Downloads() {}

    /** Downloads from the target's own scheme, host and port: anything else may be any server. */
    static List<Download> ofTarget(CaseHistory history, Context context) {
        return history.downloads().stream()
                .filter(download -> isOfTarget(download, context))
                .toList();
    }

    /** Whether the reply is on the target's own scheme, host and port; the host may have another name. */
    static boolean isOfTarget(Download download, Context context) {
        String target = context.header().target().url();
        boolean otherName = download.exchange().carriage().otherName();
        return url(download, context)
                .filter(url -> url.isBeside(target) || (otherName && url.isAtPortOf(target)))
                .isPresent();
    }

    /** Where the reply was fetched from. */
    static Optional<ReplyUrl> url(Download download, Context context) {
        return download.named()
                .flatMap(step -> step.answer()
                        .flatMap(answer -> answer.headers().first(BitsHeaders.REPLY_URL))
                        .flatMap(value -> ReplyUrl.of(
                                value,
                                context.header().target().url(),
                                step.request().resource())));
    }

    /** Whether an answer says nothing about the download: from a front end, or a redirect. */
    static boolean isBeside(Answer answer) {
        return FrontEnd.answered(answer) || FrontEnd.asksForCredentials(answer) || leadsElsewhere(answer);
    }

    /** Whether an answer redirects to another URL; the suite follows none. */
    static boolean leadsElsewhere(Answer answer) {
        return answer.status() >= 300
                && answer.status() < 400
                && answer.headers().has("Location");
    }

    /** Whether a reply that could be fetched is now gone: a later GET for all of it confirms that. */
    static boolean isGone(Download download, Answer answer, CaseHistory history) {
        List<Download> all = history.downloads();
        return GONE.contains(answer.status())
                && all.subList(all.indexOf(download) + 1, all.size()).stream()
                        .filter(later -> later.isPlainGet() && later.ended().isEmpty())
                        .filter(later -> later.request()
                                .target()
                                .equals(download.request().target()))
                        .reduce((first, second) -> second)
                        .flatMap(Download::answer)
                        .filter(last -> GONE.contains(last.status()))
                        .isPresent();
    }

    /** The finding that a status is wrong. */
    static Judgement wrongStatus(Download download, Answer answer, String expected) {
        return Judgement.broken(
                        "status " + expected,
                        Excerpt.of(answer.statusLine()),
                        "The " + download.words() + " was answered " + answer.status() + " where " + expected
                                + " is expected.")
                .decidedBy(Judgement.STATUS);
    }

    /** The finding that something in an answer is wrong; {@code field} is what decided. */
    static Judgement wrong(Download download, Answer answer, String field, String expected, String actual) {
        return Judgement.broken(
                        expected,
                        actual,
                        "The " + answer.status() + " answer to the " + download.words() + " has " + actual + " where "
                                + expected + " is expected.")
                .decidedBy(field);
    }
}
