package org.bitsconformance.target;

/** What happens to finished uploads after their case has ended. */
public enum CleanUp {
    /** They stay. */
    NONE,
    /** Each is deleted by an HTTP DELETE at its URL. */
    DELETE;

    /**
     * Parses {@code none} or {@code delete}.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static CleanUp parse(String text) {
        return switch (text) {
            case "none" -> NONE;
            case "delete" -> DELETE;
            default -> throw new IllegalArgumentException("must be none or delete, not " + Quoted.text(text));
        };
    }
}
