package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.claiming;

import java.util.Locale;
import java.util.Set;

/** Faults of reading answers that lack something, or have something more. */
enum AnswerFault implements ClientFault {
    GOES_ON_WITHOUT_SESSION(goingOn()),

    GOES_ON_WITH_OTHER_PROTOCOL(goingOn()),

    GOES_ON_AFTER_WEB_PAGE(claiming(goingOn())),

    GOES_ON_WITHOUT_OFFSET(counting()),

    GOES_ON_WITHOUT_NUMBER(counting()),

    CLOSES_WITHOUT_OFFSET(choosing((turn, right, progress) ->
            turn.is(NextStep.FRAGMENT) && turn.answer().offset().isEmpty() ? NextStep.CLOSE : right)),

    STOPS_AT_UNKNOWN_FIELD(choosing((turn, right, progress) -> hasUnknownField(turn) ? NextStep.GIVE_UP : right)),

    STOPS_AT_UNKNOWN_FIELD_OF_FRAGMENT(choosing(
            (turn, right, progress) -> turn.is(NextStep.FRAGMENT) && hasUnknownField(turn) ? NextStep.GIVE_UP : right));

    private static final class Known {

        static final Set<String> FIELDS = Set.of(
                "bits-packet-type",
                "bits-protocol",
                "bits-session-id",
                "bits-received-content-range",
                "bits-error",
                "bits-error-code",
                "bits-error-context",
                "bits-reply-url",
                "bits-host-id",
                "bits-host-id-fallback-timeout");
    }

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    AnswerFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    /** Takes any answer to Create-Session for a session. */
    private static ClientConduct goingOn() {
        return choosing((turn, right, progress) -> {
            if (turn.is(NextStep.CREATE) && right == NextStep.GIVE_UP) {
                progress.begin(turn.answer().value("BITS-Session-Id"));
                return NextStep.FRAGMENT;
            }
            return right;
        });
    }

    /** Counts the bytes that were sent, where no number came. */
    private static ClientConduct counting() {
        return choosing((turn, right, progress) -> {
            if (turn.is(NextStep.FRAGMENT) && turn.answer().offset().isEmpty()) {
                progress.offset = progress.end();
                return progress.next();
            }
            return right;
        });
    }

    private static boolean hasUnknownField(TakenStep turn) {
        return turn.answer().fields().stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("bits-") && !Known.FIELDS.contains(name));
    }
}
