package org.bitsconformance.target;

/** Foreign text in messages: on one line, without anything that a terminal would interpret. */
public final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    /** The text in double quotes, escaped, and cut after 80 characters. */
    public static String text(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return '"' + escape(text) + '"';
        }
        return '"' + escape(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "...\"";
    }

    /** The text with control, format and separator characters and lone surrogates as escapes. */
    public static String escape(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(shown, character));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        switch (character) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (isPrintable(character)) {
                    shown.appendCodePoint(character);
                } else {
                    shown.append(String.format("\\u%04x", character));
                }
            }
        }
    }

    public static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
