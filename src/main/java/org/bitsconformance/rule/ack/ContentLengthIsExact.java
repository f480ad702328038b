package org.bitsconformance.rule.ack;

import java.util.List;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.rule.AckRule;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.Exchange.Ending;

/** As many bytes arrive as {@code Content-Length} says: no fewer, and none after them. */
public final class ContentLengthIsExact implements AckRule {

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
            return Fields.wrong(
                    step, ack, BitsHeaders.CONTENT_LENGTH, String.join(", ", values), "one decimal number of bytes");
        }
        int arrived = ack.body().length() + step.excess();
        boolean chunkedOtherwise = ack.framing() == Answer.Framing.CHUNKED && Long.parseLong(said) != arrived;
        if (ack.complete() && step.excess() == 0 && !chunkedOtherwise) {
            return Judgement.held();
        }
        return Judgement.broken(
                "a body of " + said + " bytes",
                arrived + " bytes",
                "The " + ack.status() + " answer to " + step.packet() + " says Content-Length: " + said + ", and "
                        + arrived + " bytes arrived.");
    }
}
