package org.bitsconformance.report.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.KnownFailure;
import org.bitsconformance.result.KnownFailureResult;

/** An entry of the baseline and its fate, as {@code report.json} has it. */
record JsonKnownFailure(
        String place,
        Optional<String> requirement,
        List<String> cases,
        String reason,
        Optional<String> link,
        Optional<String> expires,
        String fate,
        Optional<String> why,
        int times,
        Optional<First> first) {

    /** The first finding that the entry knows of. */
    record First(String requirement, @JsonProperty("case") String caseId, String exchange, String message) {

        static First of(Finding finding) {
            return new First(finding.requirement(), finding.caseId(), finding.exchange(), finding.message());
        }
    }

    static JsonKnownFailure of(KnownFailureResult result) {
        KnownFailure entry = result.entry();
        return new JsonKnownFailure(
                entry.place(),
                entry.requirement(),
                entry.cases(),
                entry.reason(),
                entry.link(),
                entry.expires().map(Object::toString),
                result.fate().word(),
                Optional.of(result.why()).filter(why -> !why.isEmpty()),
                result.findings().size(),
                result.findings().stream().findFirst().map(First::of));
    }
}
