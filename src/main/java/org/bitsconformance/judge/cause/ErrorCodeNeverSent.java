package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.ErrorCode;

/** No error has an HRESULT in any of the documented fields, although there are errors that are Acks. */
public final class ErrorCodeNeverSent implements CauseFinder {

    private static final int FEWEST = 3;

    @Override
    public String id() {
        return "error-code-never-sent";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> errors = evidence.steps(Outcomes::error);
        List<Step> acks = errors.stream()
                .filter(step -> step.ack().filter(Outcomes::isAck).isPresent())
                .toList();
        return acks.size() >= FEWEST && errors.stream().allMatch(ErrorCodeNeverSent::without)
                ? Shown.at(
                        Stream.concat(acks.stream(), errors.stream()).toList(),
                        finding -> finding.requirement().startsWith("error.")
                                || finding.actual().contains("no HRESULT"))
                : Optional.empty();
    }

    private static boolean without(Step step) {
        return step.ack()
                .filter(ack -> ErrorCode.all(ack.headers()).isEmpty()
                        && !HeaderMisspelt.misspells(ack, BitsHeaders.ERROR_CODE)
                        && !HeaderMisspelt.misspells(ack, BitsHeaders.ERROR))
                .isPresent();
    }
}
