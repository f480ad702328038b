package org.bitsconformance.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells whether a text quotes bytes, however it escapes those that are neither letters nor digits. */
final class QuotedBytes {

    /** So many letters and digits in the right order, at the right distance, are no accident. */
    private static final int ENOUGH = 6;

    /** Most beginnings of a quotation that are tried. */
    private static final int MOST_TRIED = 40;

    /** Most characters that stand for one byte, such as a numeric reference of HTML. */
    private static final int LONGEST_ESCAPE = 6;

    private QuotedBytes() {}

    /**
     * Whether a text quotes bytes from somewhere among the first of them.
     *
     * @param bytes as ISO 8859-1
     * @param first a quotation begins before this byte
     */
    static boolean in(String text, String bytes, int first) {
        List<Integer> plain = new ArrayList<>();
        for (int i = 0; i < bytes.length() && plain.size() < MOST_TRIED + ENOUGH; i++) {
            if (isPlain(bytes.charAt(i))) {
                plain.add(i);
            }
        }
        for (int i = 0; i + ENOUGH <= plain.size() && plain.get(i) < first; i++) {
            if (pattern(bytes, plain.subList(i, i + ENOUGH)).matcher(text).find()) {
                return true;
            }
        }
        return false;
    }

    private static Pattern pattern(String bytes, List<Integer> places) {
        StringBuilder pattern = new StringBuilder();
        int before = places.get(0) - 1;
        for (int place : places) {
            int between = place - before - 1;
            if (between > 0) {
                pattern.append(".{0,").append(between * LONGEST_ESCAPE).append("}?");
            }
            pattern.append(bytes.charAt(place));
            before = place;
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    private static boolean isPlain(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
