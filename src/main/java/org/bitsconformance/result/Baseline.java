package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bitsconformance.transcript.CaseEnd;

/** The known failures of a server. A failure that an entry describes does not fail the run, but is not green either. */
public final class Baseline {

    /** No failure is known. */
    public static final Baseline NONE = new Baseline(List.of());

    private final List<KnownFailure> entries;

    /** The entries, in the order of reports. */
    public Baseline(List<KnownFailure> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The findings; those that fail the run and match an entry become known failures. */
    List<Finding> excuse(List<Finding> findings, Predicate<Verdict> fails) {
        return findings.stream()
                .map(finding -> fails.test(finding.verdict()) && isKnown(finding) ? finding.asKnown() : finding)
                .toList();
    }

    /** The message of a finding, and for a known failure why it is tolerated. */
    String reason(Finding finding) {
        if (!finding.known()) {
            return finding.message();
        }
        return entries.stream()
                .filter(entry -> entry.covers(finding))
                .map(entry -> finding.message() + " Known: " + entry.reason() + " (" + entry.place() + ")")
                .findFirst()
                .orElse(finding.message());
    }

    /**
     * What happened to each entry, after every selected case has been entered.
     *
     * @param cases results by id
     * @param ends how driving ended, by case id
     * @param ofTheRun findings about the run as a whole
     */
    List<KnownFailureResult> fates(
            List<SelectedCase> selected,
            Map<String, CaseResult> cases,
            Map<String, CaseEnd> ends,
            List<Finding> ofTheRun) {
        List<Finding> findings = new ArrayList<>();
        selected.forEach(one -> findings.addAll(cases.get(one.id()).findings()));
        findings.addAll(ofTheRun);
        BaselineMatcher fates = new BaselineMatcher(selected, ends, findings);
        return entries.stream().map(fates::of).toList();
    }

    private boolean isKnown(Finding finding) {
        return entries.stream().anyMatch(entry -> entry.covers(finding));
    }
}
