package org.bitsconformance.rule.application;

import java.util.Optional;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.transcript.DeclaredNotification;

/** What the target declares about its notifications. */
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

    /** The requirement is about the other way to hand uploads over. */
    static Judgement otherWay(Context context) {
        return Judgement.skipped(
                "the target hands uploads over by " + declared(context).orElse(DeclaredNotification.NONE));
    }

    private static boolean is(Context context, String type) {
        return declared(context).filter(type::equals).isPresent();
    }

    private static Optional<String> declared(Context context) {
        return context.header().declared().notification().map(DeclaredNotification::type);
    }
}
