package org.bitsconformance.drive.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The order in which the cases of a run are driven: that of the plan, or a random one. The same seed gives the same order
 * of the same cases.
 *
 * @param seed of chance; empty for the order of the plan
 */
public record Order(OptionalLong seed) {

    /** The configuration parameter by which JUnit hands the order to those who ask for it. */
    public static final String PARAMETER = "bits.order";

    /** The order of the plan. */
    public static final Order PLAN = new Order(OptionalLong.empty());

    private static final String RANDOM = "random";
    private static final int MOST_DIGITS = 18;
    private static final int SEEDS = 1_000_000;

    /** A seed of its own choice. */
    public static Order random() {
        return new Order(OptionalLong.of(ThreadLocalRandom.current().nextInt(SEEDS)));
    }

    /**
     * Reads {@code plan}, {@code random}, which chooses a seed, or a seed.
     *
     * @throws IllegalArgumentException for anything else; the message says what is right
     */
    public static Order parse(String text) {
        if (text.equals(PLAN.toString())) {
            return PLAN;
        }
        if (text.equals(RANDOM)) {
            return random();
        }
        if (!text.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            throw new IllegalArgumentException("must be plan, random or a seed (a whole number of at most "
                    + MOST_DIGITS + " digits), not \"" + text + "\"");
        }
        return new Order(OptionalLong.of(Long.parseLong(text)));
    }

    /** The order of the run under way, by the value that {@link #PARAMETER} has; that of the plan where it has none. */
    public static Order of(Optional<String> parameter) {
        return parameter.map(Order::parse).orElse(PLAN);
    }

    /**
     * Puts a list, which is in the order of the plan, into this order.
     *
     * @param what is in the list, so that lists of the same length are not shuffled alike
     */
    public void arrange(List<?> list, String what) {
        seed.ifPresent(chance ->
                Collections.shuffle(list, new Random(chance ^ ((long) what.hashCode() << Integer.SIZE))));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return seed.isPresent() ? Long.toString(seed.getAsLong()) : "plan";
    }
}
