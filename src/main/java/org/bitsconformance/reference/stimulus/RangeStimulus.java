package org.bitsconformance.reference.stimulus;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.StatusCode;

/** Stimuli about the offset that an answer to a Fragment names. */
enum RangeStimulus implements Stimulus {
    RANGE_MIDDLE(Script.once(
            Moment.longFragment(), Moves.takingHalf().and(Moves.answering(StatusCode.RANGE_NOT_SATISFIABLE)))),

    RANGE_BEHIND(Script.once(Moment.onlyFragment(), Moves.takingHalf())
            .thenOnce(Moment.laterFragment(), Moves.losingBytes(offset -> offset / 2))),

    RANGE_START(Script.once(Moment.onlyFragment(), Moves.takingHalf())
            .thenOnce(Moment.laterFragment(), Moves.losingBytes(offset -> 0L))),

    RANGE_AHEAD(Script.once(Moment.fragment(), Moves.answering(StatusCode.RANGE_NOT_SATISFIABLE))),

    RANGE_HALF_TAKEN(Script.once(Moment.longFragment(), Moves.takingHalf())),

    RANGE_BEYOND_END(Script.once(
            Moment.fragment(),
            Moves.changing((situation, right) -> right.with(
                    BitsHeaders.RECEIVED_CONTENT_RANGE,
                    String.valueOf(situation.range().total() + 1000))))),

    RANGE_NO_NUMBER(Script.once(Moment.fragment(), Moves.setting(BitsHeaders.RECEIVED_CONTENT_RANGE, "many"))),

    RANGE_MISSING(Script.once(Moment.fragment(), Moves.dropping(BitsHeaders.RECEIVED_CONTENT_RANGE)));

    @SuppressWarnings("ImmutableEnumChecker") // a script has no state
    private final Script script;

    RangeStimulus(Script script) {
        this.script = script;
    }

    @Override
    public Script script() {
        return script;
    }
}
