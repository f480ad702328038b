package org.bitsconformance.reference.stimulus;

import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;

/** Stimuli that refuse packets, once or for good. */
enum RefusalStimulus implements Stimulus {
    REFUSED_403(Script.always(Moment.packet(), Moves.refusing(StatusCode.FORBIDDEN, Hresult.E_ACCESSDENIED))),

    REFUSED_404(Script.always(Moment.packet(), Moves.refusing(StatusCode.NOT_FOUND, Hresult.E_INVALIDARG))),

    REFUSED_405(Script.always(Moment.packet(), Moves.sendingBare(StatusCode.METHOD_NOT_ALLOWED))),

    REFUSED_409(Script.always(Moment.create(), Moves.refusing(StatusCode.CONFLICT, Hresult.E_ACCESSDENIED))),

    UPLOADS_DISABLED(
            Script.always(Moment.packet(), Moves.refusing(StatusCode.NOT_IMPLEMENTED, Hresult.E_ACCESSDENIED))),

    FRAGMENT_403(Script.always(Moment.fragment(), Moves.refusing(StatusCode.FORBIDDEN, Hresult.E_ACCESSDENIED))
            .thenAlways(Moment.close(), Moves.refusing(StatusCode.FORBIDDEN, Hresult.E_ACCESSDENIED))),

    FRAGMENT_INVALID(Script.always(Moment.fragment(), Moves.refusing(StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG))),

    FRAGMENT_TOO_LARGE(
            Script.always(Moment.fragment(), Moves.refusing(StatusCode.INTERNAL_SERVER_ERROR, Hresult.BG_E_TOO_LARGE))),

    FRAGMENT_413_TOO_LARGE(
            Script.always(Moment.fragment(), Moves.refusing(StatusCode.REQUEST_TOO_LARGE, Hresult.BG_E_TOO_LARGE))),

    FRAGMENT_413_LIMIT(Script.always(Moment.fragmentOverLimit(), Moves.refusing(StatusCode.REQUEST_TOO_LARGE))),

    FRAGMENT_DISK_FULL(Script.always(
            Moment.fragment(), Moves.refusing(StatusCode.INTERNAL_SERVER_ERROR, Hresult.ERROR_DISK_FULL))),

    FRAGMENT_500_ONCE(Script.once(Moment.fragment(), Moves.sendingBare(StatusCode.INTERNAL_SERVER_ERROR))),

    FRAGMENT_500_PAGE(
            Script.once(Moment.fragment(), Moves.sending(situation -> Page.of(StatusCode.INTERNAL_SERVER_ERROR)))),

    FRAGMENT_500_ALWAYS(Script.always(Moment.fragment(), Moves.sendingBare(StatusCode.INTERNAL_SERVER_ERROR))),

    FRAGMENT_503_ONCE(Script.once(Moment.fragment(), Moves.sending(situation -> busy()))),

    ANY_503_ALWAYS(Script.always(Moment.packet(), Moves.sending(situation -> busy()))),

    CLOSE_404(Script.always(Moment.close(), Moves.refusing(StatusCode.NOT_FOUND, Hresult.E_INVALIDARG))),

    CLOSE_500_ONCE(Script.once(Moment.close(), Moves.sendingBare(StatusCode.INTERNAL_SERVER_ERROR))),

    WEB_PAGE(Script.always(Moment.packet(), Moves.sending(situation -> Page.of(StatusCode.OK))));

    @SuppressWarnings("ImmutableEnumChecker") // a script has no state
    private final Script script;

    RefusalStimulus(Script script) {
        this.script = script;
    }

    private static ServerAnswer busy() {
        return ServerAnswer.empty(StatusCode.SERVICE_UNAVAILABLE).with("Retry-After", "1");
    }

    @Override
    public Script script() {
        return script;
    }
}
