package org.bitsconformance.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * A sequence of abstract packets, by their names.
 *
 * @param symbols in the order in which they are sent
 */
public record Word(List<String> symbols) {

    private static final String BETWEEN = "+";
    private static final int LONGEST_ID = 80;

    public Word {
        symbols = List.copyOf(symbols);
    }

    /** The empty word. */
    public static final Word EMPTY = new Word(List.of());

    /** Parses a word: symbols separated by spaces or by {@code +}. */
    public static Word parse(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? EMPTY : new Word(List.of(stripped.split("[ +]+")));
    }

    /** A copy with one more symbol. */
    public Word then(String symbol) {
        List<String> longer = new ArrayList<>(symbols);
        longer.add(symbol);
        return new Word(longer);
    }

    /** A copy followed by another word. */
    public Word then(Word other) {
        List<String> longer = new ArrayList<>(symbols);
        longer.addAll(other.symbols);
        return new Word(longer);
    }

    public int length() {
        return symbols.size();
    }

    /** As in the id of a case; a long word is shortened and ends in a hash. */
    public String inCaseId() {
        String whole = String.join(BETWEEN, symbols);
        return whole.length() <= LONGEST_ID
                ? whole
                : "%s-%08x".formatted(whole.substring(0, LONGEST_ID - 9), whole.hashCode());
    }

    /** The symbols, separated by spaces. */
    @Override
    public String toString() {
        return String.join(" ", symbols);
    }
}
