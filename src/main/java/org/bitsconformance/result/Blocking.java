package org.bitsconformance.result;

import java.util.Comparator;
import java.util.List;
import org.bitsconformance.requirement.Level;

/**
 * How much of an upload a broken requirement blocks, by which reports sort. What fails the run comes before what only
 * warns. After that, what loses a file comes before what loses a session, and that before the form of an answer; then
 * the share of judgements that broke counts, times the level. So a file that is lost once comes before a long header
 * that is never refused.
 */
final class Blocking {

    /** What a client loses through a broken requirement, worst first. */
    private enum Loss {
        FILE,
        SESSION,
        FORM
    }

    /** If these break, no upload begins, goes on, or arrives. */
    private static final List<String> LOSE_THE_FILE = List.of(
            "delivery.complete",
            "delivery.not-overwritten",
            "fragment.status.next",
            "fragment.status.resumed",
            "fragment.overlap.kept",
            "fragment.received-range.value",
            "create-session.status",
            "create-session.session-id",
            "create-session.session-id.unique",
            "session-id.same",
            "session-timeout.kept",
            "close-session.status",
            "host-id.serves",
            "answer.sent",
            "answer.http",
            "notification.sent",
            "notification.copied",
            "reply-url.downloadable",
            "download.range.bytes");

    /** If these break, a client loses track of its session, or mistakes something for the answer to its packet. */
    private static final List<String> LOSE_THE_SESSION = List.of(
            "delivery.",
            "fragment.",
            "session-",
            "closed-session.",
            "cancelled-session.",
            "unknown-session.",
            "create-session.protocol",
            "cancel-session.",
            "close-session.",
            "ping.",
            "answer.",
            "notification.",
            "reply-url.",
            "download.",
            "back-end.");

    private Blocking() {}

    /** The order of broken requirements; those that block equally keep their order. */
    static Comparator<RequirementResult> mostFirst() {
        return Comparator.comparing((RequirementResult one) -> !failsRuns(one.verdict()))
                .thenComparing(one -> loss(one.requirement().id()))
                .thenComparing(Comparator.comparingDouble(Blocking::share).reversed());
    }

    private static boolean failsRuns(Verdict verdict) {
        return verdict == Verdict.FAIL || verdict == Verdict.UNSTABLE;
    }

    private static double share(RequirementResult one) {
        double share = one.judged() == 0 ? 1 : (double) one.broken() / one.judged();
        return share * weight(one.level());
    }

    private static char last(String id) {
        return id.charAt(id.length() - 1);
    }

    private static double weight(Level level) {
        return switch (level) {
            case MUST, STATED -> 1;
            case SHOULD -> 0.5;
            case MAY -> 0.25;
        };
    }

    private static Loss loss(String requirement) {
        if (LOSE_THE_FILE.stream().anyMatch(id -> requirement.equals(id))) {
            return Loss.FILE;
        }
        boolean ofSession = LOSE_THE_SESSION.stream()
                .anyMatch(
                        id -> requirement.equals(id) || (!Character.isLetter(last(id)) && requirement.startsWith(id)));
        return ofSession ? Loss.SESSION : Loss.FORM;
    }
}
