package org.bitsconformance.judge.dialect;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;

/**
 * Tells which reading of a conflict the answer to a packet shows.
 *
 * @param conflict id of the conflict
 * @param ofAnyAnswer whether it also reads answers that need not be an Ack
 * @param reader what it reads
 */
public record ConflictReader(String conflict, boolean ofAnyAnswer, Reader reader) {

    /** Reads one answer, given its case. */
    interface Reader {

        Optional<Reading> read(Step step, Answer answer, CaseHistory history, Context context);
    }

    static ConflictReader ofAck(String conflict, Function<Answer, Optional<Reading>> reader) {
        return ofCase(conflict, (step, ack, history, context) -> reader.apply(ack));
    }

    static ConflictReader ofExchange(String conflict, BiFunction<Step, Answer, Optional<Reading>> reader) {
        return ofCase(conflict, (step, ack, history, context) -> reader.apply(step, ack));
    }

    static ConflictReader ofAnyAnswer(String conflict, BiFunction<Step, Answer, Optional<Reading>> reader) {
        return new ConflictReader(conflict, true, (step, answer, history, context) -> reader.apply(step, answer));
    }

    static ConflictReader ofCase(String conflict, Reader reader) {
        return new ConflictReader(conflict, false, reader);
    }

    /** The reading that a packet and its answer show; empty if they are not about the conflict. */
    public Optional<Reading> read(Step step, CaseHistory history, Context context) {
        return (ofAnyAnswer ? step.answer() : step.ack())
                .flatMap(answer -> reader.read(step, answer, history, context));
    }
}
