package org.bitsconformance.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.result.KnownFailureResult.Fate;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;

/**
 * Determines the fate of each entry of a baseline. An entry is stale only if its requirement was judged and every case
 * that could have shown the failure was driven to its end: nothing passes by omission.
 */
final class BaselineMatcher {

    private final List<SelectedCase> selected;
    private final Map<String, CaseEnd> ends;
    private final List<Finding> findings;

    /** Takes what was selected, how driving each case ended, and all findings. */
    BaselineMatcher(List<SelectedCase> selected, Map<String, CaseEnd> ends, List<Finding> findings) {
        this.selected = selected;
        this.ends = ends;
        this.findings = findings;
    }

    KnownFailureResult of(KnownFailure entry) {
        List<Finding> met = findings.stream().filter(entry::covers).toList();
        List<Finding> broken = met.stream().filter(Finding::broken).toList();
        if (!broken.isEmpty()) {
            return new KnownFailureResult(entry, Fate.SEEN, broken, "");
        }
        List<SelectedCase> showing = showing(entry, met);
        if (showing.isEmpty() && met.isEmpty()) {
            return new KnownFailureResult(entry, Fate.NOT_SELECTED, List.of(), "");
        }
        return missing(showing, met)
                .map(why -> new KnownFailureResult(entry, Fate.NOT_JUDGED, List.of(), why))
                .orElseGet(() -> new KnownFailureResult(entry, Fate.STALE, List.of(), ""));
    }

    /**
     * The selected cases that could show the failure. These are the cases that the entry names; if it names none, those
     * that exist to exercise its requirement; or all, if the requirement came up only in passing.
     */
    private List<SelectedCase> showing(KnownFailure entry, List<Finding> met) {
        List<SelectedCase> named = selected.stream()
                .filter(one -> entry.namesCase(one.id()))
                .filter(one ->
                        !entry.cases().isEmpty() || one.requirements().stream().anyMatch(entry::namesRequirement))
                .toList();
        return named.isEmpty() && entry.cases().isEmpty() && !met.isEmpty() ? selected : named;
    }

    /** Which part of it was not judged; empty if everything was. */
    private Optional<String> missing(List<SelectedCase> showing, List<Finding> met) {
        Optional<String> unjudged = met.stream()
                .filter(finding -> finding.verdict() == Verdict.INCOMPLETE)
                .map(finding -> finding.caseId() + ": " + finding.message())
                .findFirst();
        Optional<String> cutShort = showing.stream()
                .map(one -> ends.get(one.id()))
                .filter(end -> end.ending() != Ending.DRIVEN && end.ending() != Ending.NOT_APPLICABLE)
                .map(end -> end.caseId() + ": " + end.reason())
                .findFirst();
        if (unjudged.isPresent() || cutShort.isPresent() || met.stream().anyMatch(Finding::judged)) {
            return unjudged.or(() -> cutShort);
        }
        return Optional.of(met.stream()
                .map(Finding::message)
                .findFirst()
                .orElse("no rule judged it in the cases that the entry names"));
    }
}
