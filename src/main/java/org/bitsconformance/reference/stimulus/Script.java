package org.bitsconformance.reference.stimulus;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens during one upload. Each packet meets the first step whose moment it is, if that step has not happened as
 * often as it may.
 */
public record Script(List<Step> steps) {

    /** Nothing happens. */
    static final Script NOTHING = new Script(List.of());

    /** As often as its moment comes. */
    private static final int EVERY_TIME = Integer.MAX_VALUE;

    /**
     * Something that happens.
     *
     * @param moment when
     * @param times how often at most in one upload, at least once
     */
    record Step(Moment moment, int times, Move move) {}

    /** Copies the steps. */
    public Script {
        steps = List.copyOf(steps);
    }

    static Script once(Moment moment, Move move) {
        return NOTHING.times(1, moment, move);
    }

    static Script always(Moment moment, Move move) {
        return NOTHING.times(EVERY_TIME, moment, move);
    }

    Script thenOnce(Moment moment, Move move) {
        return times(1, moment, move);
    }

    Script thenAlways(Moment moment, Move move) {
        return times(EVERY_TIME, moment, move);
    }

    Script times(int most, Moment moment, Move move) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(moment, most, move));
        return new Script(more);
    }
}
