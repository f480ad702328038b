package org.bitsconformance.drive.transport;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.transcript.http.SecretFields;
import org.bitsconformance.transcript.http.WireBytes;

/** Removes credentials from what is about to be recorded. */
public final class Secrets {

    private static final String MASK = SecretFields.MASK;
    private static final int SHORTEST_TO_SEARCH = 6;
    /** How many tokens of packets are remembered: more than are ever in transit at once. */
    private static final int MOST_TOKENS = 256;

    private final Pattern ownHeaders;
    private final List<String> words;
    private final Deque<String> tokens = new ArrayDeque<>();

    /**
     * @param headerNames names of request headers that the user gave; their values are secret
     * @param words texts that are secret wherever they appear; those under six characters are masked in headers only
     */
    public Secrets(List<String> headerNames, List<String> words) {
        String names = String.join("|", headerNames.stream().map(Pattern::quote).toList());
        this.ownHeaders =
                Pattern.compile(headerNames.isEmpty() ? "(?!)" : "(?im)^(" + names + ")([ \\t]*:[ \\t]*)[^\\r\\n]*");
        this.words = words.stream()
                .filter(word -> word.length() >= SHORTEST_TO_SEARCH)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Adds a text that is secret wherever it appears, for as long as an answer may repeat it. */
    public synchronized void add(String token) {
        if (token.length() >= SHORTEST_TO_SEARCH) {
            tokens.addLast(token);
            if (tokens.size() > MOST_TOKENS) {
                tokens.removeFirst();
            }
        }
    }

    private synchronized List<String> all() {
        return Stream.concat(words.stream(), tokens.stream()).toList();
    }

    /** Masks secrets; returns bytes without a secret as they are, with whatever was already parsed. */
    public WireBytes mask(WireBytes bytes) {
        int endOfHead = bytes.text().indexOf("\r\n\r\n") + 4;
        String masked = endOfHead < 4
                ? mask(bytes.text())
                : mask(bytes.text().substring(0, endOfHead))
                        + maskBody(bytes.text().substring(endOfHead));
        return masked.equals(bytes.text()) ? bytes : new WireBytes(masked, bytes.omitted());
    }

    /** Keeps the length, so that the body still fits its {@code Content-Length}. */
    private String maskBody(String body) {
        String masked = body;
        for (String word : all()) {
            masked = masked.replace(word, "*".repeat(word.length()));
        }
        return masked;
    }

    public String mask(String text) {
        String masked = SecretFields.masked(text);
        masked = ownHeaders.matcher(masked).replaceAll("$1$2" + MASK);
        for (String word : all()) {
            masked = masked.replace(word, MASK);
        }
        return masked;
    }
}
