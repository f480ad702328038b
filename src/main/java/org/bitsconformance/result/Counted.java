package org.bitsconformance.result;

/** Numbers with their nouns, for people. */
public final class Counted {

    private Counted() {}

    /** Such as {@code 1 packet} or {@code 2 packets}. */
    public static String of(long number, String noun) {
        return number + " " + noun(number, noun);
    }

    /** The noun alone, in its form for this number. */
    public static String noun(long number, String noun) {
        return number == 1 ? noun : noun + "s";
    }
}
