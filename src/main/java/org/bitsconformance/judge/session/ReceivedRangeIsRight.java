package org.bitsconformance.judge.session;

import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.Excerpt;

/** The received range is an offset that the documents permit in one of the states that the session may be in. */
public final class ReceivedRangeIsRight implements AckRule {

    @Override
    public String requirement() {
        return "fragment.received-range.value";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        String value = ack.headers().first(BitsHeaders.RECEIVED_CONTENT_RANGE).orElse("");
        if (step.validFragment().isEmpty() || !value.matches("\\d+")) {
            return Judgement.outOfScope();
        }
        Set<Long> permitted = step.before().offsetsAfter(step.request(), ack.status());
        if (permitted.isEmpty()) {
            return Judgement.outOfScope();
        }
        Optional<ContentRange> parts = step.before().partsAfter(step.request(), ack.status());
        String expected = Offsets.inWords(permitted, parts);
        String offset = value.replaceFirst("^0+(?=\\d)", "");
        boolean ofParts = parts.filter(some -> offset.matches("\\d{1,18}"))
                .filter(some -> some.first() <= Long.parseLong(offset) && Long.parseLong(offset) <= some.last())
                .isPresent();
        return ofParts || permitted.stream().map(String::valueOf).anyMatch(offset::equals)
                ? Judgement.held()
                : Judgement.broken(
                                BitsHeaders.RECEIVED_CONTENT_RANGE + ": " + expected,
                                BitsHeaders.RECEIVED_CONTENT_RANGE + ": " + Excerpt.of(value),
                                "The " + ack.status() + " answer to Fragment ("
                                        + step.validFragment().get() + ") has "
                                        + BitsHeaders.RECEIVED_CONTENT_RANGE + ": " + Excerpt.of(value) + " where "
                                        + expected
                                        + " is expected.")
                        .decidedBy(BitsHeaders.RECEIVED_CONTENT_RANGE);
    }
}
