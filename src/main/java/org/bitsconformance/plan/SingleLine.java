package org.bitsconformance.plan;

import org.bitsconformance.target.Quoted;

/** Checks texts that reports show on one line. */
final class SingleLine {
    private SingleLine() {}

    /** The text without white space at its ends; refused if nothing is left or not all of it is printable. */
    static String parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("must not be blank");
        }
        if (!stripped.codePoints().allMatch(Quoted::isPrintable)) {
            throw new IllegalArgumentException(
                    "must be one line of printable characters, not " + Quoted.text(stripped));
        }
        return stripped;
    }
}
