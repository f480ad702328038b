package org.bitsconformance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A known failure, as a baseline describes it: these requirements, in these cases. At least one of the two is named.
 *
 * @param line the 1-based line on which the entry begins
 * @param requirement a glob of requirement ids; empty for all
 * @param cases globs of case ids; none for all
 * @param reason why the failure is tolerated, on one line
 * @param link http or https URL with more about it
 * @param expires the last day on which the entry counts
 */
public record BaselineEntry(
        int line,
        Optional<String> requirement,
        List<String> cases,
        String reason,
        Optional<String> link,
        Optional<LocalDate> expires) {
    public BaselineEntry {
        cases = List.copyOf(cases);
    }

    /** What it is about, as briefly as possible: the requirement, or else the cases. */
    public String subject() {
        return requirement.orElseGet(() -> String.join(", ", cases));
    }
}
