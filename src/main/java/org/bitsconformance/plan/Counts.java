package org.bitsconformance.plan;

import org.bitsconformance.target.Quoted;

/** Parses counts as plans, target files and options write them. */
public final class Counts {
    /** The largest number of cases at once. */
    private static final int MOST_AT_ONCE = 64;

    /** The largest number of uploads at once. */
    private static final int MOST_UPLOADS = 256;

    private static final int MOST_RETRIES = 9;

    private Counts() {}

    /**
     * A whole number from 1 to 999999999.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static int parse(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("must be a whole number of at least 1, not " + Quoted.text(text));
        }
        return Integer.parseInt(text);
    }

    /**
     * How many cases to drive at once: a whole number from 1 to 64.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static int parseAtOnce(String text) {
        return within(1, MOST_AT_ONCE, text);
    }

    /**
     * How many uploads to drive at once: a whole number from 2 to 256.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static int parseUploads(String text) {
        return within(2, MOST_UPLOADS, text);
    }

    /**
     * How often a failing case is driven again: a whole number from 0 to 9.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static int parseRetries(String text) {
        return within(0, MOST_RETRIES, text);
    }

    private static int within(int least, int most, String text) {
        if (!text.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    "must be a whole number from " + least + " to " + most + ", not " + Quoted.text(text));
        }
        return Integer.parseInt(text);
    }
}
