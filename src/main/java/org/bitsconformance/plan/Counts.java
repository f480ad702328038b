package org.bitsconformance.plan;

import org.bitsconformance.target.Quoted;

/** Parses counts as plans, target files and options write them. */
public final class Counts {
    /** The largest number of cases at once. */
    private static final int MOST_AT_ONCE = 64;

    /** The largest number of uploads at once. */
    private static final int MOST_UPLOADS = 256;

    private Counts() {}

    /**
     * A whole number from 1 to 999999999.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    static int parse(String text) {
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
        if (!text.matches("[1-9][0-9]?") || Integer.parseInt(text) > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "must be a whole number from 1 to " + MOST_AT_ONCE + ", not " + Quoted.text(text));
        }
        return Integer.parseInt(text);
    }

    /**
     * How many uploads to drive at once: a whole number from 2 to 256.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static int parseUploads(String text) {
        if (!text.matches("[1-9][0-9]{0,2}") || text.equals("1") || Integer.parseInt(text) > MOST_UPLOADS) {
            throw new IllegalArgumentException(
                    "must be a whole number from 2 to " + MOST_UPLOADS + ", not " + Quoted.text(text));
        }
        return Integer.parseInt(text);
    }

    /**
     * How often a failing case is driven again: a whole number from 0 to 9.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static int parseRetries(String text) {
        if (!text.matches("[0-9]")) {
            throw new IllegalArgumentException("must be a whole number from 0 to 9, not " + Quoted.text(text));
        }
        return Integer.parseInt(text);
    }
}
