package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.ErrorCode;

/** The HRESULT of every error is 0, 1 or empty, none of which is an error code. */
public final class ErrorCodeSaysNothing implements CauseFinder {

    private static final int FEWEST = 3;

    @Override
    public String id() {
        return "error-code-says-nothing";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> coded = evidence.steps(step -> Outcomes.error(step)
                && step.ack()
                        .filter(ack -> !ErrorCode.all(ack.headers()).isEmpty())
                        .isPresent());
        boolean shown = coded.size() >= FEWEST && coded.stream().allMatch(ErrorCodeSaysNothing::saysNothing);
        return shown
                ? Shown.at(
                        coded,
                        finding -> finding.requirement().startsWith("error.code")
                                || finding.actual().contains(BitsHeaders.ERROR))
                : Optional.empty();
    }

    private static boolean saysNothing(Step step) {
        return ErrorCode.all(step.ack().orElseThrow().headers()).stream()
                .allMatch(code -> code.text().isBlank()
                        || code.value()
                                .filter(value -> value == 0 || value == 1)
                                .isPresent());
    }
}
