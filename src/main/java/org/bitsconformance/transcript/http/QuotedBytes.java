package org.bitsconformance.transcript.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether a text quotes bytes, however it escapes characters other than letters and digits. */
public final class QuotedBytes {

    /**
     * This many letters and digits in the right order, with only the original characters between them, are no
     * coincidence.
     */
    private static final int ENOUGH = 6;

    /** How many possible beginnings of a quotation to try. */
    private static final int MOST_TRIED = 40;

    private static final int LONGEST_WORD = 100;

    /** What replaces a byte that a program cannot show: the replacement character, also as its UTF-8 bytes, and others. */
    private static final String NOT_SHOWN = "\\u00EF\\u00BF\\u00BD|\\\\*(?i:u|%u)FFFD|(?i:%EF%BF%BD)|[?._ ]";

    /** HTML entity names and string escapes of bytes. */
    private static final Map<Character, String> NAMES =
            Map.of('"', "&quot;", '&', "&amp;", '<', "&lt;", '>', "&gt;", '\'', "&apos;");

    /** What separates the words of a request line, for lenient servers. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\x1C-\\x1F\\x85\\xA0]+");

    private static final String QUOTATION_MARK = "(?:['\"`]|&quot;|&apos;|&#39;|&#x27;|&#34;|&#x22;)";

    private static final String CONTROLS = "\0\007\b\t\n\013\f\r\033";
    private static final String CONTROL_LETTERS = "0abtnvfre";

    /** Words that pages have in quotation marks for other reasons. */
    private static final Set<String> ANYWHERE = Set.of("/", "#", ".", "*");

    private QuotedBytes() {}

    /**
     * Whether a text quotes bytes, from somewhere near their beginning.
     *
     * @param bytes as ISO 8859-1
     * @param first the quotation begins before this byte
     */
    public static boolean in(String text, String bytes, int first) {
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

    /**
     * Whether a text has a word from the first line of the bytes in quotation marks, however short.
     *
     * @param bytes as ISO 8859-1
     */
    public static boolean wordIn(String text, String bytes) {
        String line = bytes.split("\n", 2)[0];
        return BETWEEN_WORDS
                .splitAsStream(line)
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_WORD && !ANYWHERE.contains(word))
                .limit(MOST_TRIED)
                .anyMatch(word -> wholly(word).matcher(text).find());
    }

    private static Pattern wholly(String word) {
        StringBuilder pattern = new StringBuilder(QUOTATION_MARK);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            pattern.append(isPlain(c) ? String.valueOf(c) : "(?:" + String.join("|", exactly(c)) + ")");
        }
        return Pattern.compile(pattern.append(QUOTATION_MARK).toString(), Pattern.DOTALL);
    }

    private static Pattern pattern(String bytes, List<Integer> places) {
        StringBuilder pattern = new StringBuilder();
        int before = places.get(0) - 1;
        for (int place : places) {
            for (int i = before + 1; i < place; i++) {
                pattern.append("(?>").append(written(bytes.charAt(i))).append(")?+");
            }
            pattern.append(bytes.charAt(place));
            before = place;
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    /** The ways to write a byte that is neither a letter nor a digit, including leaving it out. */
    private static String written(char c) {
        return String.join("|", exactly(c)) + "|" + NOT_SHOWN;
    }

    private static List<String> exactly(char c) {
        String hex = String.format("%02X", (int) c);
        int control = CONTROLS.indexOf(c);
        List<String> ways = new ArrayList<>(List.of(
                "\\\\*&#0*(?:" + (int) c + "|(?i:x0*" + Integer.toHexString(c) + "));",
                "\\\\+(?i:x|u00)(?i:" + hex + ")",
                "\\\\+" + String.format("%03o", (int) c),
                control < 0 ? "(?!)" : "\\\\+" + CONTROL_LETTERS.charAt(control),
                "(?:%|0x|=)(?i:" + hex + ")",
                "[\u00C2\u00C3]" + Pattern.quote(String.valueOf((char) (0x80 | (c & 0x3F)))),
                "\\\\*" + Pattern.quote(String.valueOf(c))));
        if (NAMES.containsKey(c)) {
            ways.add(0, "\\\\*" + NAMES.get(c));
        }
        return ways;
    }

    private static boolean isPlain(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
