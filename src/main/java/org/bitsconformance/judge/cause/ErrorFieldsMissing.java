package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.ErrorCode;

/** Some errors are Acks without any of the error fields, and others have them. */
public final class ErrorFieldsMissing implements CauseFinder {

    private static final int FEWEST = 2;

    @Override
    public String id() {
        return "error-fields-missing";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> without = evidence.steps(step -> isAckOfError(step)
                && !hasFields(step)
                && evidence.broken(step, finding -> finding.requirement().equals("error.code"))
                && evidence.broken(step, finding -> finding.requirement().equals("error.context")));
        List<Step> with = evidence.steps(step -> isAckOfError(step) && hasFields(step));
        return without.size() >= FEWEST && with.size() >= FEWEST
                ? Shown.at(
                        without,
                        finding -> finding.requirement().startsWith("error.")
                                || finding.actual().equals("no HRESULT"))
                : Optional.empty();
    }

    private static boolean isAckOfError(Step step) {
        return Outcomes.error(step) && step.ack().filter(Outcomes::isAck).isPresent();
    }

    private static boolean hasFields(Step step) {
        return step.ack()
                .filter(ack -> !ErrorCode.all(ack.headers()).isEmpty()
                        || ack.headers().has(BitsHeaders.ERROR_CONTEXT)
                        || HeaderMisspelt.misspells(ack, BitsHeaders.ERROR)
                        || HeaderMisspelt.misspells(ack, BitsHeaders.ERROR_CODE))
                .isPresent();
    }
}
