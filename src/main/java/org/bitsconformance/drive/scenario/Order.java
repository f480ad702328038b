package org.bitsconformance.drive.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The order in which a run drives its cases: the plan's order or a random one. The same seed gives the same order for
 * the same cases.
 *
 * @param seed of the random order; empty for the plan's order
 */
public record Order(OptionalLong seed) {

    /** The configuration parameter that carries the order through JUnit. */
    public static final String PARAMETER = "bits.order";

    /** The order of the plan. */
    public static final Order PLAN = new Order(OptionalLong.empty());

    private static final String RANDOM = "random";
    private static final int MOST_DIGITS = 18;
    private static final int SEEDS = 1_000_000;

    /** A random order with a fresh seed. */
    public static Order random() {
        return new Order(OptionalLong.of(ThreadLocalRandom.current().nextInt(SEEDS)));
    }

    /**
     * Reads {@code plan}, {@code random} (with a fresh seed), or a seed.
     *
     * @throws IllegalArgumentException for anything else; the message says what is allowed
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

    /** The order of the current run, from the value of {@link #PARAMETER}; the plan's order if it has none. */
    public static Order of(Optional<String> parameter) {
        return parameter.map(Order::parse).orElse(PLAN);
    }

    /**
     * Puts a list, given in the plan's order, into this order.
     *
     * @param what is in the list, so that lists of the same length are shuffled differently
     */
    public void arrange(List<?> list, String what) {
        seed.ifPresent(chance ->
                Collections.shuffle(list, new Random(chance ^ ((long) what.hashCode() << Integer.SIZE))));
    }

    /** In the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return seed.isPresent() ? Long.toString(seed.getAsLong()) : "plan";
    }
}
