package org.bitsconformance.reference.stimulus;

import org.bitsconformance.reference.http.StatusCode;

/** Stimuli in which the server application refuses the upload after its last byte (Win32
 * handling-server-application-errors). */
enum ApplicationStimulus implements Stimulus {
    APPLICATION_408_ONCE(Script.once(Moment.lastFragment(), Moves.refusingForApplication(StatusCode.REQUEST_TIMEOUT))),

    APPLICATION_409_ONCE(Script.once(Moment.lastFragment(), Moves.refusingForApplication(StatusCode.CONFLICT))),

    APPLICATION_500_ONCE(
            Script.once(Moment.lastFragment(), Moves.refusingForApplication(StatusCode.INTERNAL_SERVER_ERROR))),

    APPLICATION_306_ONCE(Script.once(Moment.lastFragment(), Moves.refusingForApplication(StatusCode.UNUSED))),

    APPLICATION_202_ONCE(Script.once(Moment.lastFragment(), Moves.refusingForApplication(StatusCode.ACCEPTED))),

    APPLICATION_302(Script.always(Moment.lastFragment(), Moves.refusingForApplication(StatusCode.FOUND))
            .thenAlways(Moment.close(), Moves.refusingForApplication(StatusCode.FOUND))),

    APPLICATION_403(Script.always(Moment.lastFragment(), Moves.refusingForApplication(StatusCode.FORBIDDEN))
            .thenAlways(Moment.close(), Moves.refusingForApplication(StatusCode.FORBIDDEN))),

    APPLICATION_404(Script.always(Moment.lastFragment(), Moves.refusingForApplication(StatusCode.NOT_FOUND))
            .thenAlways(Moment.close(), Moves.refusingForApplication(StatusCode.NOT_FOUND))),

    APPLICATION_501(Script.always(Moment.lastFragment(), Moves.refusingForApplication(StatusCode.NOT_IMPLEMENTED))
            .thenAlways(Moment.close(), Moves.refusingForApplication(StatusCode.NOT_IMPLEMENTED)));

    @SuppressWarnings("ImmutableEnumChecker") // a script has no state
    private final Script script;

    ApplicationStimulus(Script script) {
        this.script = script;
    }

    @Override
    public Script script() {
        return script;
    }
}
