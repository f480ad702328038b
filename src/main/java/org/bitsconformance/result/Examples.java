package org.bitsconformance.result;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chooses the finding that best shows how a requirement was broken: first the worst; then one in a case that exists for
 * the requirement; then one about an ordinary packet, for which the requirement's own advice is right; then one in the
 * shortest case.
 */
final class Examples {

    private final Map<String, CaseResult> cases;

    /** The cases to which the findings belong. */
    Examples(Collection<CaseResult> cases) {
        this.cases = cases.stream().collect(Collectors.toMap(CaseResult::id, Function.identity()));
    }

    /** The order in which findings are shown; equally good ones keep their order. */
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

    /** How many exchanges the drive of a finding has. */
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
