package org.bitsconformance.plan;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of environment variables where a text refers to them as {@code ${NAME}}. */
final class Environment {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)})?");

    private final UnaryOperator<String> variables;

    /** Takes the variables as a function from a name to its value, or to null if there is no such variable. */
    Environment(UnaryOperator<String> variables) {
        this.variables = variables;
    }

    /**
     * The text with each {@code ${NAME}} replaced, once, and each <code>$${</code> as <code>${</code>.
     *
     * @throws IllegalArgumentException if a variable is undefined, or <code>${</code> begins no reference
     */
    String substitute(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(replacement(match.group(), match.group(1))));
    }

    private String replacement(String found, String name) {
        if (found.startsWith("$$")) {
            return "${";
        }
        if (name == null) {
            throw new IllegalArgumentException(
                    "has a ${ that begins no reference such as ${NAME}; write $${ for a plain ${");
        }
        String value = variables.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("refers to ${" + name + "}, which is not set in the environment");
        }
        return value;
    }
}
