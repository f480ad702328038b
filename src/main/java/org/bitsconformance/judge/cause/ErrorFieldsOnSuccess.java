package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/** Acks of success carry an HRESULT and an error context, like those of errors. */
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
