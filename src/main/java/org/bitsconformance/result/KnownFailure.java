package org.bitsconformance.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of the baseline: failures of these requirements, in these cases, are known. At least one of the two is
 * named.
 *
 * @param place file and line of the entry, such as {@code baseline.yaml:3}
 * @param scope what it is about
 * @param reason why the failure is tolerated
 * @param link http or https URL with more about it
 * @param expires the last day on which the entry counts
 */
public record KnownFailure(
        String place, Scope scope, String reason, Optional<String> link, Optional<LocalDate> expires) {

    /**
     * What an entry is about.
     *
     * @param requirement a glob of requirement ids; empty for all
     * @param cases globs of case ids; none for all
     * @param requirementIds ids of the catalogue that the glob matches
     * @param caseIds ids of the suite's cases that the globs match
     */
    public record Scope(
            Optional<String> requirement, List<String> cases, Set<String> requirementIds, Set<String> caseIds) {

        public Scope {
            cases = List.copyOf(cases);
            requirementIds = Set.copyOf(requirementIds);
            caseIds = Set.copyOf(caseIds);
        }
    }

    /** A glob of requirement ids; empty for all. */
    public Optional<String> requirement() {
        return scope.requirement;
    }

    /** Globs of case ids; none for all. */
    public List<String> cases() {
        return scope.cases;
    }

    /** What it is about: the requirement, the cases, or the requirement in those cases. */
    public String subject() {
        String inCases = String.join(", ", cases());
        return requirement()
                .map(glob -> cases().isEmpty() ? glob : glob + " in " + inCases)
                .orElse(inCases);
    }

    boolean covers(Finding finding) {
        return namesRequirement(finding.requirement()) && namesCase(finding.caseId());
    }

    boolean namesRequirement(String id) {
        return requirement().isEmpty() || scope.requirementIds.contains(id);
    }

    boolean namesCase(String id) {
        return cases().isEmpty() || scope.caseIds.contains(id);
    }
}
