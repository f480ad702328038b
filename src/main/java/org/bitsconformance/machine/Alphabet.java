package org.bitsconformance.machine;

import java.util.List;
import java.util.Optional;

/**
 * The abstract packets that make up words.
 *
 * @param name of an alphabet that comes with the suite, or a file
 * @param size number of bytes of every upload
 * @param symbols at least one, with unique names
 * @param tails words that are driven to the end after every pair of symbols in every state; maybe none
 */
public record Alphabet(String name, long size, List<Symbol> symbols, List<Word> tails) {

    public Alphabet {
        symbols = List.copyOf(symbols);
        tails = List.copyOf(tails);
    }

    /** The symbol with this name. */
    public Optional<Symbol> find(String symbol) {
        return symbols.stream().filter(one -> one.name().equals(symbol)).findFirst();
    }

    /**
     * Checks that a word has no symbols but those of this alphabet.
     *
     * @throws IllegalArgumentException when it has; the message names one
     */
    public void check(Word word) {
        word.symbols().forEach(this::get);
    }

    /**
     * The symbols of a word.
     *
     * @throws IllegalArgumentException when one is not in this alphabet; the message names it
     */
    public List<Symbol> spelt(Word word) {
        return word.symbols().stream().map(this::get).toList();
    }

    private Symbol get(String symbol) {
        return find(symbol)
                .orElseThrow(() -> new IllegalArgumentException("the alphabet " + name + " has no symbol \"" + symbol
                        + "\"; it has "
                        + String.join(", ", symbols.stream().map(Symbol::name).toList())));
    }
}
