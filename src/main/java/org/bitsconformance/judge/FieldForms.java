package org.bitsconformance.judge;

import java.util.List;
import java.util.function.Predicate;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/** Checks of a header field that many rules share. */
public final class FieldForms {

    private FieldForms() {}

    /** The field is present, and every value of it is right. */
    public static Judgement oneValue(Step step, Answer ack, String name, String expected, Predicate<String> right) {
        List<String> values = ack.headers().all(name);
        if (values.isEmpty()) {
            return missing(step, ack, name, expected);
        }
        return values.stream()
                .filter(value -> !right.test(value))
                .findFirst()
                .map(wrong -> wrong(step, ack, name, wrong, expected))
                .orElseGet(Judgement::held);
    }

    /** The field is present. */
    public static Judgement present(Step step, Answer ack, String name) {
        return ack.headers().first(name).filter(value -> !value.isEmpty()).isPresent()
                ? Judgement.held()
                : missing(step, ack, name, name);
    }

    /** The field is absent; an empty one counts as present. */
    public static Judgement absent(Step step, Answer ack, String name) {
        return ack.headers()
                .first(name)
                .map(value -> wrong(step, ack, name, value, "no " + name))
                .orElseGet(Judgement::held);
    }

    public static Judgement.Broken missing(Step step, Answer ack, String name, String expected) {
        boolean empty = ack.headers().has(name);
        return Judgement.broken(
                        expected,
                        (empty ? "an empty " : "no ") + name,
                        "The " + ack.status() + " answer to " + step.packet() + " has " + (empty ? "an empty " : "no ")
                                + name + ".")
                .decidedBy(name);
    }

    public static Judgement wrong(Step step, Answer ack, String name, String value, String expected) {
        String shown = name + ": " + Excerpt.of(value);
        return Judgement.broken(
                        expected,
                        shown,
                        "The " + ack.status() + " answer to " + step.packet() + " has " + shown + " where " + expected
                                + " is expected.")
                .decidedBy(name);
    }
}
