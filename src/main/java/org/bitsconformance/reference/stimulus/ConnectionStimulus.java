package org.bitsconformance.reference.stimulus;

import org.bitsconformance.reference.http.Delivery;

/** Stimuli below the Ack: answers that get lost or are late, and connections that end. */
enum ConnectionStimulus implements Stimulus {
    ACK_LOST(Script.once(Moment.fragment(), Moves.delivering(Delivery.EMPTY))),

    ACK_LOST_OF_CREATE(Script.once(Moment.create(), Moves.delivering(Delivery.EMPTY))),

    ACK_LOST_OF_LAST(Script.once(Moment.lastFragment(), Moves.delivering(Delivery.EMPTY))),

    ACK_LOST_OF_CLOSE(Script.once(Moment.close(), Moves.delivering(Delivery.EMPTY))),

    ACK_CUT(Script.once(Moment.fragment(), Moves.delivering(Delivery.CUT_IN_HEADER))),

    ACK_RESET(Script.once(Moment.fragment(), Moves.delivering(Delivery.RESET))),

    ACK_GARBAGE(Script.once(Moment.fragment(), Moves.delivering(Delivery.GARBAGE))),

    FRAGMENT_CUT(Script.once(Moment.longFragment(), Moves.cutting(Move.Cut.DROPPING_HALF))),

    FRAGMENT_CUT_KEPT(Script.once(Moment.longFragment(), Moves.cutting(Move.Cut.KEEPING_HALF))),

    ANSWER_LATE(Script.once(Moment.fragment(), Moves.delivering(Delivery.LATE))),

    ANSWER_IN_PIECES(Script.once(Moment.fragment(), Moves.delivering(Delivery.IN_PIECES))),

    ANSWER_NEVER(Script.once(Moment.fragment(), Moves.delivering(Delivery.GIVEN_UP))),

    CONNECTION_CLOSED(Script.always(
            Moment.packet(), Moves.setting("Connection", "close").and(Moves.delivering(Delivery.DROPPED)))),

    CONNECTION_DROPPED(Script.once(Moment.create(), Moves.delivering(Delivery.DROPPED)));

    @SuppressWarnings("ImmutableEnumChecker") // a script has no state
    private final Script script;

    ConnectionStimulus(Script script) {
        this.script = script;
    }

    @Override
    public Script script() {
        return script;
    }
}
