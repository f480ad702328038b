package org.bitsconformance.result;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chooses the finding that best shows how a requirement was broken: the worst; among these, one in a case that exists
 * for the requirement; among these, one about an ordinary packet, which the requirement's own advice fits; and among
 * these, one in the shortest case.
 */
final class Examples {

    private final Map<String, CaseResult> cases;

    /** The cases that the findings are of. */
    Examples(Collection<CaseResult> cases) {
        this.cases = cases.stream().collect(Collectors.toMap(CaseResult::id, Function.identity()));
    }

    /** The order in which findings are shown; those that show as much stay in the order in which they were found. */
    Comparator<Finding> bestFirst() {
        return Comparator.comparing(Finding::verdict)
                .thenComparing(this::seenInPassing)
                .thenComparing(finding -> !finding.lookAt().isEmpty())
                .thenComparing(this::exchanges);
    }

    private boolean seenInPassing(Finding finding) {
        CaseResult of = cases.get(finding.caseId());
        return of != null && !of.selected().isAbout(finding.requirement());
    }

    /** How many exchanges the drive has that shows it. */
    private int exchanges(Finding finding) {
        CaseResult of = cases.get(finding.caseId());
        return of == null
                ? 0
                : of.drives().stream()
                        .map(Drive::exchanges)
                        .filter(some -> finding.exchange().isEmpty()
                                || some.stream().anyMatch(one -> one.id().equals(finding.exchange())))
                        .findFirst()
                        .orElseGet(of::exchanges)
                        .size();
    }
}
