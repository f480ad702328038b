package org.bitsconformance.transcript.http;

/** A short, printable form of text from the wire, for messages. */
public final class Excerpt {

    private static final int LONGEST = 120;

    private Excerpt() {}

    /** The first 120 characters, with everything outside printable ASCII escaped. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** Like {@link #of(String)}, but with the first {@code longest} characters. */
    public static String of(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < longest; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\r' -> shown.append("\\r");
                case '\n' -> shown.append("\\n");
                case '\t' -> shown.append("\\t");
                default -> shown.append(c >= 0x20 && c < 0x7F ? String.valueOf(c) : "\\x%02X".formatted((int) c));
            }
        }
        return text.length() > longest ? shown + "… (" + text.length() + " characters)" : shown.toString();
    }
}
