package org.bitsconformance.report.text;

import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes text that may come from a server safe to show: characters that are invisible, change the writing direction or
 * are not allowed in XML are escaped.
 */
public final class Printable {

    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();

    private Printable() {}

    /**
     * The text with line ends and tabs kept and control characters as {@code \x1B}; format characters, lone surrogates
     * and unassigned code points are escaped by number, as in Java or, above FFFF, in JavaScript.
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t' || hasALook(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(escape(point));
            }
        });
        return shown.toString();
    }

    /** Like {@link #of}, on one line. */
    public static String line(String text) {
        return of(text.replaceAll("[\\r\\n\\t]+", " "));
    }

    /** The first {@code longest} characters, and how many there are if that is not all. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "… (cut: " + number(text.length()) + " characters)";
    }

    /** A byte as a printable ASCII character or as {@code \x1B}. */
    public static String ofByte(char value) {
        if (value >= 0x20 && value < 0x7F) {
            return String.valueOf(value);
        }
        return value <= 0xFF ? "\\x" + HEXADECIMAL.toHexDigits((byte) value) : "\\x%02X".formatted((int) value);
    }

    /** A number with commas between thousands. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static boolean hasALook(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String escape(int point) {
        if (point <= 0xFF) {
            return "\\x%02X".formatted(point);
        }
        return (Character.isBmpCodePoint(point) ? "\\u%04X" : "\\u{%X}").formatted(point);
    }
}
