package org.bitsconformance.rule.cause;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.rule.history.Step;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.ErrorCode;

/** Acks of success carry an HRESULT and an error context, as those of errors do. */
public final class ErrorFieldsOnSuccess implements CauseFinder {

    private static final int FEWEST = 2;

    @Override
    public String id() {
        return "error-fields-on-success";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> both = evidence.steps(
                step -> step.ack().filter(ack -> ack.success() && hasBoth(ack)).isPresent());
        return both.size() >= FEWEST
                ? Shown.at(both, finding -> finding.requirement().startsWith("error."))
                : Optional.empty();
    }

    private static boolean hasBoth(Answer ack) {
        return !ErrorCode.all(ack.headers()).isEmpty() && ack.headers().has(BitsHeaders.ERROR_CONTEXT);
    }
}
