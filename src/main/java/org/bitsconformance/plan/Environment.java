package org.bitsconformance.plan;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Environment variables, and texts that refer to them as {@code ${NAME}}. */
public final class Environment {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)})?");

    private final UnaryOperator<String> variables;

    /** {@code variables} maps a name to its value, or to null if there is no such variable. */
    public Environment(UnaryOperator<String> variables) {
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
                    "has a ${ that is not a reference such as ${NAME}; write $${ for a plain ${");
        }
        return value(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("refers to ${" + name + "}, which is not set in the environment"));
    }

    /**
     * The value of a variable; empty if there is no such variable.
     *
     * @throws IllegalArgumentException if it ends in a line feed, as happens when a file was read into it; the message
     *     names the variable but does not show its value
     */
    public Optional<String> value(String name) {
        Optional<String> value = Optional.ofNullable(variables.apply(name));
        if (value.filter(text -> text.endsWith("\n") || text.endsWith("\r")).isPresent()) {
            throw new IllegalArgumentException(
                    name + " ends in a line feed; set it without one, for example with printf instead of echo");
        }
        return value;
    }
}
