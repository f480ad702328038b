package org.bitsconformance.reference.stimulus;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.StatusCode;

/** Stimuli about the session: what Create-Session is answered, and sessions that get lost. */
enum SessionStimulus implements Stimulus {
    SESSION_UNKNOWN(Script.once(Moment.onlyFragment(), Moves.takingHalf())
            .thenOnce(Moment.laterFragment(), Moves.forgettingSession())),

    SESSION_UNKNOWN_AT_FIRST(Script.once(Moment.fragment(), Moves.forgettingSession())),

    SESSION_UNKNOWN_TWICE(Script.NOTHING.times(2, Moment.fragment(), Moves.forgettingSession())),

    SESSION_UNKNOWN_AT_CLOSE(Script.once(
            Moment.close().and(situation -> situation.exchange().session().isPresent()), Moves.forgettingSession())),

    CREATE_201(Script.always(Moment.create(), Moves.answering(StatusCode.CREATED))),

    CREATE_OTHER_PROTOCOL(Script.always(
            Moment.create(), Moves.setting(BitsHeaders.PROTOCOL, "{3a1c7d52-64f0-4f3b-9b0e-2d7f5c1e8a90}"))),

    CREATE_NO_PROTOCOL(Script.always(Moment.create(), Moves.dropping(BitsHeaders.PROTOCOL))),

    CREATE_NO_SESSION_ID(Script.always(Moment.create(), Moves.dropping(BitsHeaders.SESSION_ID)));

    @SuppressWarnings("ImmutableEnumChecker") // a script has no state
    private final Script script;

    SessionStimulus(Script script) {
        this.script = script;
    }

    @Override
    public Script script() {
        return script;
    }
}
