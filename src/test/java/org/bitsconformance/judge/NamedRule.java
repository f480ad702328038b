package org.bitsconformance.judge;

import org.bitsconformance.judge.book.RuleBook;

/** Finds rules that are rows of a table, for their tests, by the name in the row. */
public final class NamedRule {

    private NamedRule() {}

    /** A row about packets and their Acks. */
    public static ExchangeRule ofExchanges(String name) {
        return named(name, ExchangeRule.class);
    }

    /** A row about cases, such as one about notifications. */
    public static CaseRule ofCases(String name) {
        return named(name, CaseRule.class);
    }

    /** The rule about cases for a requirement. */
    public static CaseRule of(String requirement) {
        return RuleBook.all().stream()
                .filter(rule -> rule.requirement().equals(requirement))
                .findFirst()
                .map(CaseRule.class::cast)
                .orElseThrow(() -> new AssertionError("no rule judges the requirement " + requirement));
    }

    private static <T extends Rule> T named(String name, Class<T> kind) {
        return RuleBook.all().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(kind::cast)
                .orElseThrow(() -> new AssertionError("no row of a table has the name " + name));
    }
}
