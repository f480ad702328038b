package org.bitsconformance.judge.session;

import java.util.List;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * The received range, despite its name, is one offset in decimal digits. Answers other than 200 and 416 may have none
 * to give, so their value is open. Two fields with the same value count as one offset.
 */
public final class ReceivedRangeIsOffset implements AckRule {

    @Override
    public String requirement() {
        return "fragment.received-range.form";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.is(PacketType.FRAGMENT) || (ack.status() != 200 && ack.status() != 416)) {
            return Judgement.outOfScope();
        }
        List<String> values = ack.headers().all(BitsHeaders.RECEIVED_CONTENT_RANGE).stream()
                .distinct()
                .toList();
        if (values.isEmpty()) {
            return Judgement.outOfScope();
        }
        String shown = BitsHeaders.RECEIVED_CONTENT_RANGE + ": " + Excerpt.of(String.join(", ", values));
        return values.size() == 1 && values.get(0).matches("\\d+")
                ? Judgement.held()
                : Judgement.broken(
                                "an offset in decimal digits",
                                shown,
                                "The " + ack.status() + " answer to Fragment has " + shown
                                        + ", which is not one decimal offset.")
                        .decidedBy(BitsHeaders.RECEIVED_CONTENT_RANGE);
    }
}
