package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.http.Excerpt;

/** Findings about header fields of packets that several tables share. */
final class FieldFindings {

    private FieldFindings() {}

    /** The field is there once, and its value is right. */
    static Judgement oneValue(Turn turn, String name, String expected, Predicate<String> right) {
        List<String> values = turn.headers().all(name);
        if (values.isEmpty()) {
            return missing(turn, name, expected);
        }
        if (values.stream().distinct().count() > 1) {
            return Judgement.broken(
                            "one " + name,
                            name + ": " + Excerpt.of(String.join(", ", values)),
                            turn.packet() + " has several different " + name + ".")
                    .decidedBy(name);
        }
        return right.test(values.get(0)) ? Judgement.held() : wrong(turn, name, values.get(0), expected);
    }

    /** If the field is there, each of its values is right. */
    static Judgement anyValue(Turn turn, String name, String expected, Predicate<String> right) {
        List<String> values = turn.headers().all(name);
        Optional<String> wrong =
                values.stream().filter(value -> !right.test(value)).findFirst();
        return wrong.<Judgement>map(value -> wrong(turn, name, value, expected))
                .orElseGet(() -> values.isEmpty() ? Judgement.outOfScope() : Judgement.held());
    }

    /** The finding that a field is missing. */
    static Judgement missing(Turn turn, String name, String expected) {
        return Judgement.broken(expected, "no " + name, turn.packet() + " has no " + name + ".")
                .decidedBy(name);
    }

    /** The finding that the value of a field is wrong. */
    static Judgement wrong(Turn turn, String name, String value, String expected) {
        String shown = name + ": " + Excerpt.of(value);
        return Judgement.broken(
                        expected, shown, turn.packet() + " has " + shown + " where " + expected + " is expected.")
                .decidedBy(name);
    }
}
