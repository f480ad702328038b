package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bitsconformance.transcript.CaseEnd;

/**
 * The failures that are known about a server. A failure that an entry describes does not fail the run, but is not
 * green either.
 */
public final class Baseline {

    /** Nothing is known. */
    public static final Baseline NONE = new Baseline(List.of());

    private final List<KnownFailure> entries;

    /** The entries, in the order of reports. */
    public Baseline(List<KnownFailure> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The findings, with those that fail the run and that an entry describes as known failures. */
    List<Finding> excuse(List<Finding> findings, Predicate<Verdict> fails) {
        return findings.stream()
                .map(finding -> fails.test(finding.verdict()) && isKnown(finding) ? finding.asKnown() : finding)
                .toList();
    }

    /** What a finding says, and of a known failure why it is tolerated. */
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
     * What happened to each entry, once every selected case is entered.
     *
     * @param cases results by id
     * @param ends how driving ended, by id of the case
     * @param ofTheRun what was found about the run as a whole
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
