package org.bitsconformance.judge;

/** One checkable fact of one requirement. */
public sealed interface Rule permits ExchangeRule, CaseRule, RunRule {

    /** The id of the requirement in the catalogue. */
    String requirement();

    /** The rule's own name: its class name, plus whatever distinguishes it from others of the same class. */
    default String name() {
        return getClass().getSimpleName();
    }
}
