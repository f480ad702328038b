package org.bitsconformance.rule.dialect;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.history.CaseHistory;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;

/**
 * Says which reading of a conflict the Ack to a packet shows.
 *
 * @param conflict id of the conflict
 * @param reader what it reads, of a packet whose answer has to be an Ack
 */
public record ConflictReader(String conflict, Reader reader) {

    /** Reads one Ack, in the light of its case. */
    interface Reader {

        Optional<Reading> read(Step step, Answer ack, CaseHistory history, Context context);
    }

    static ConflictReader ofAck(String conflict, Function<Answer, Optional<Reading>> reader) {
        return new ConflictReader(conflict, (step, ack, history, context) -> reader.apply(ack));
    }

    static ConflictReader ofExchange(String conflict, BiFunction<Step, Answer, Optional<Reading>> reader) {
        return new ConflictReader(conflict, (step, ack, history, context) -> reader.apply(step, ack));
    }

    static ConflictReader ofCase(String conflict, Reader reader) {
        return new ConflictReader(conflict, reader);
    }

    /** The reading that a packet of a case and its answer show; empty where they are not about the conflict. */
    public Optional<Reading> read(Step step, CaseHistory history, Context context) {
        return step.ack().flatMap(ack -> reader.read(step, ack, history, context));
    }
}
