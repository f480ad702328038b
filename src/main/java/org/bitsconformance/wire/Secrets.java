package org.bitsconformance.wire;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.WireBytes;

/** Takes credentials out of what is about to be recorded. */
final class Secrets {

    private static final String MASK = "***";
    private static final int SHORTEST_TO_SEARCH = 6;
    private static final Pattern SECRET_HEADERS = Pattern.compile(
            "(?im)^((?:proxy-)?authorization|cookie|set-cookie)([ \\t]*:[ \\t]*)[^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*");

    private final Pattern ownHeaders;
    private final List<String> words;

    /**
     * Knows what is secret about a target.
     *
     * @param headerNames names of request headers that the user gave; their values are secret
     * @param words texts that are secret wherever they appear; those under six characters are masked in headers only
     */
    Secrets(List<String> headerNames, List<String> words) {
        String names = String.join("|", headerNames.stream().map(Pattern::quote).toList());
        this.ownHeaders =
                Pattern.compile(headerNames.isEmpty() ? "(?!)" : "(?im)^(" + names + ")([ \\t]*:[ \\t]*)[^\\r\\n]*");
        this.words = words.stream()
                .filter(word -> word.length() >= SHORTEST_TO_SEARCH)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    WireBytes mask(WireBytes bytes) {
        int endOfHead = bytes.text().indexOf("\r\n\r\n") + 4;
        return new WireBytes(
                endOfHead < 4
                        ? mask(bytes.text())
                        : mask(bytes.text().substring(0, endOfHead))
                                + maskBody(bytes.text().substring(endOfHead)),
                bytes.omitted());
    }

    /** As long as it was, so that it still fits its {@code Content-Length}. */
    private String maskBody(String body) {
        String masked = body;
        for (String word : words) {
            masked = masked.replace(word, "*".repeat(word.length()));
        }
        return masked;
    }

    String mask(String text) {
        String masked = SECRET_HEADERS.matcher(text).replaceAll("$1$2" + MASK);
        masked = ownHeaders.matcher(masked).replaceAll("$1$2" + MASK);
        for (String word : words) {
            masked = masked.replace(word, MASK);
        }
        return masked;
    }
}
