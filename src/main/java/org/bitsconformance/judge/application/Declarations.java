package org.bitsconformance.judge.application;

import java.util.Optional;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.transcript.DeclaredNotification;

/** What the target file declares about notifications. */
final class Declarations {

    private Declarations() {}

    static boolean notifies(Context context) {
        return declared(context)
                .filter(type -> !type.equals(DeclaredNotification.NONE))
                .isPresent();
    }

    static boolean notifiesNobody(Context context) {
        return is(context, DeclaredNotification.NONE);
    }

    static boolean byReference(Context context) {
        return is(context, DeclaredNotification.REFERENCE);
    }

    static boolean byValue(Context context) {
        return is(context, DeclaredNotification.VALUE);
    }

    /**
     * Whether a notification came straight from the target, as far as the suite can tell: a front end or a proxy in
     * between may use another version of HTTP, and another name for the suite's host.
     */
    static boolean direct(Notice notice, Context context) {
        return !notice.byProxy()
                && context.header()
                        .target()
                        .declared()
                        .notification()
                        .filter(DeclaredNotification::direct)
                        .isPresent();
    }

    /** Broken if a notification came straight from the target; only reported if something is in between. */
    static Judgement ofTarget(Notice notice, Context context, String expected, String actual, String what) {
        return direct(notice, context)
                ? Judgement.broken(expected, actual, what)
                : Judgement.observed(what + " Something between the target and the suite may have made it so.");
    }

    /** Says that the requirement is about the other way to pass uploads. */
    static Judgement otherWay(Context context) {
        return Judgement.skipped(
                "the target passes uploads by " + declared(context).orElse(DeclaredNotification.NONE));
    }

    private static boolean is(Context context, String type) {
        return declared(context).filter(type::equals).isPresent();
    }

    private static Optional<String> declared(Context context) {
        return context.header().target().declared().notification().map(DeclaredNotification::type);
    }
}
