package org.bitsconformance.judge.ack;

import java.util.List;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer;

/** As many bytes arrive as {@code Content-Length} says: no fewer, and none after them. */
public final class ContentLengthIsExact implements AckRule {

    private static final int NEARLY_ALL = 90;

    @Override
    public String requirement() {
        return "answer.content-length.exact";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        List<String> values = ack.headers().all(BitsHeaders.CONTENT_LENGTH).stream()
                .distinct()
                .toList();
        if (values.isEmpty() || values.get(0).isEmpty() || step.exchange().ending() == Ending.TOO_LONG) {
            return Judgement.outOfScope();
        }
        String said = values.get(0);
        if (values.size() > 1 || !said.matches("\\d{1,18}")) {
            return FieldForms.wrong(
                    step, ack, BitsHeaders.CONTENT_LENGTH, String.join(", ", values), "one decimal number of bytes");
        }
        if (wasGivenLittleTime(step, ack, context)) {
            return Judgement.skipped(
                    "the rest of the answer was waited for briefly, after others had not come to their end");
        }
        int arrived = ack.body().length() + step.excess();
        boolean chunkedOtherwise = ack.framing() == Answer.Framing.CHUNKED && Long.parseLong(said) != arrived;
        if (ack.complete() && step.excess() == 0 && !chunkedOtherwise) {
            return Judgement.held();
        }
        return Judgement.broken(
                        "a body of " + said + " bytes",
                        arrived + " bytes",
                        "The " + ack.status() + " answer to " + step.packet() + " says Content-Length: " + said
                                + ", and " + arrived + " bytes arrived.")
                .decidedBy(BitsHeaders.CONTENT_LENGTH);
    }

    /** Whether the answer might have ended within the limit of the run, but was not given that time. */
    private static boolean wasGivenLittleTime(Step step, Answer ack, Context context) {
        Exchange.Timing timing = step.exchange().timing();
        long waited = timing.waitedMicros() / 1_000;
        return step.exchange().ending() == Ending.TIMED_OUT
                && !ack.complete()
                && waited < context.header().target().timeoutMillis() * NEARLY_ALL / 100;
    }
}
