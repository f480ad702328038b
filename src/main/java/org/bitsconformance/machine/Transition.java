package org.bitsconformance.machine;

/**
 * What a server answers to a symbol in a state.
 *
 * @param from id of the state
 * @param symbol that is sent
 * @param answer what comes back, as an abstract answer
 * @param to id of the state after it
 * @param verdict of the rules; empty until the transition has been judged
 */
public record Transition(String from, String symbol, String answer, String to, String verdict) {

    /** A copy with another verdict. */
    public Transition judged(String other) {
        return new Transition(from, symbol, answer, to, other);
    }
}
