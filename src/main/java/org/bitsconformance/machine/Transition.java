package org.bitsconformance.machine;

/**
 * What a server answers to a symbol in a state.
 *
 * @param from id of the state
 * @param symbol that is sent
 * @param answer what comes back, in the words of abstract answers
 * @param to id of the state after it
 * @param verdict of the rules, once the transition was judged; empty before
 */
public record Transition(String from, String symbol, String answer, String to, String verdict) {

    /** The same with another verdict. */
    public Transition judged(String other) {
        return new Transition(from, symbol, answer, to, other);
    }
}
