package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;

/**
 * The results of all attempts at a case, and the combined result. A requirement that was broken in one attempt and
 * held in another is unstable. One that failed every attempt keeps its first failure. One that was judged in one
 * attempt only has the verdict of that attempt.
 */
final class CaseAttempts {

    /** Rule name for requirements that a known failure kept from being judged. */
    static final String IN_THE_WAKE = "InTheWake";

    private final SelectedCase selected;
    private final Baseline baseline;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(CaseEnd end, List<Finding> findings, List<? extends Event> events, long durationMicros) {

        List<Exchange> exchanges() {
            return events.stream()
                    .filter(Exchange.class::isInstance)
                    .map(Exchange.class::cast)
                    .toList();
        }
    }

    CaseAttempts(SelectedCase selected, Baseline baseline) {
        this.selected = selected;
        this.baseline = baseline;
    }

    void add(CaseEnd end, List<Finding> findings, List<? extends Event> events, long durationMicros) {
        Entry entry = new Entry(end, findings, List.copyOf(events), durationMicros);
        entries.add(new Entry(end, complete(findings, end, entry.exchanges()), entry.events(), durationMicros));
    }

    /** Replaces the findings of a drive; the first is 1. */
    void revise(int drive, List<Finding> findings) {
        Entry entry = entries.get(drive - 1);
        entries.set(
                drive - 1,
                new Entry(
                        entry.end(),
                        complete(findings, entry.end(), entry.exchanges()),
                        entry.events(),
                        entry.durationMicros()));
    }

    /** How the last drive ended. */
    CaseEnd lastEnd() {
        return entries.get(entries.size() - 1).end();
    }

    CaseResult result() {
        List<Finding> findings = together();
        Verdict verdict = verdict(findings);
        return new CaseResult(
                selected,
                verdict,
                reason(findings, verdict),
                findings,
                entries.stream().map(this::drive).toList(),
                entries.stream().mapToLong(Entry::durationMicros).sum());
    }

    private Drive drive(Entry entry) {
        Verdict verdict = verdict(entry.findings());
        return Drive.of(verdict, reason(entry.findings(), verdict), entry.events());
    }

    private List<Finding> together() {
        if (entries.size() == 1) {
            return entries.get(0).findings();
        }
        Set<String> requirements = new LinkedHashSet<>();
        entries.forEach(entry -> entry.findings().forEach(finding -> requirements.add(finding.requirement())));
        return requirements.stream()
                .flatMap(requirement -> together(requirement).stream())
                .toList();
    }

    private List<Finding> together(String requirement) {
        List<List<Finding>> all = entries.stream()
                .map(entry -> entry.findings().stream()
                        .filter(finding -> finding.requirement().equals(requirement))
                        .toList())
                .filter(findings -> !findings.isEmpty())
                .toList();
        List<List<Finding>> broken =
                all.stream().filter(findings -> worst(findings) == Verdict.FAIL).toList();
        List<List<Finding>> held = all.stream()
                .filter(findings -> worst(findings) != Verdict.FAIL && settled(findings))
                .toList();
        if (!broken.isEmpty() && !held.isEmpty()) {
            return all.stream()
                    .flatMap(List::stream)
                    .filter(Finding::judged)
                    .map(finding -> finding.verdict() == Verdict.FAIL ? unstable(finding) : finding)
                    .toList();
        }
        if (!broken.isEmpty()) {
            return broken.get(0);
        }
        return held.stream()
                .min((one, other) -> worst(one).compareTo(worst(other)))
                .orElseGet(() -> all.get(all.size() - 1));
    }

    private Finding unstable(Finding finding) {
        return finding.asUnstable(" Unstable: the case was driven " + entries.size()
                + " times, each on a fresh session, and once it held.");
    }

    /** Whether a requirement was judged completely. */
    private static boolean settled(List<Finding> findings) {
        return worst(findings) != Verdict.INCOMPLETE && findings.stream().anyMatch(Finding::judged);
    }

    private static Verdict worst(List<Finding> findings) {
        return Verdict.worst(findings.stream().map(Finding::verdict).toList());
    }

    /** Adds the requirements that the case exists to exercise but that were not judged. */
    private List<Finding> complete(List<Finding> findings, CaseEnd end, List<Exchange> exchanges) {
        List<Finding> all = new ArrayList<>(findings);
        for (String requirement : selected.requirements()) {
            boolean settled = findings.stream()
                    .filter(finding -> finding.requirement().equals(requirement))
                    .anyMatch(finding -> settles(finding, end.ending()));
            if (!settled) {
                all.add(notReached(requirement, end, findings, exchanges));
            }
        }
        return List.copyOf(all);
    }

    /** Whether a finding settles its requirement, given how driving the case ended. */
    private static boolean settles(Finding finding, Ending ending) {
        return switch (ending) {
            case DRIVEN, NOT_APPLICABLE -> true;
            case PREREQUISITE_MISSING -> finding.broken();
            case TARGET_DEAD, SUITE_ERROR, INTERRUPTED -> finding.broken() && !finding.known();
        };
    }

    private Finding notReached(String requirement, CaseEnd end, List<Finding> findings, List<Exchange> exchanges) {
        Optional<Finding> known = findings.stream().filter(Finding::known).findFirst();
        if (known.isPresent() && (end.ending() == Ending.DRIVEN || end.ending() == Ending.PREREQUISITE_MISSING)) {
            return notReached(
                    requirement,
                    IN_THE_WAKE,
                    Judgement.skipped("not judged because of a known failure of "
                            + known.get().requirement()));
        }
        String reason = Unreached.reason(requirement, end, exchanges);
        return notReached(
                requirement,
                "Ledger",
                end.ending() == Ending.NOT_APPLICABLE ? Judgement.skipped(reason) : Judgement.notJudged(reason));
    }

    private Finding notReached(String requirement, String rule, Judgement why) {
        return new Finding(
                new Judged(requirement, rule, new Located(selected.id(), "", why)),
                why instanceof Judgement.Skipped ? Verdict.SKIP : Verdict.INCOMPLETE);
    }

    private Verdict verdict(List<Finding> findings) {
        return worst(exercised(findings));
    }

    private String reason(List<Finding> findings, Verdict verdict) {
        return exercised(findings).stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(baseline::reason)
                .findFirst()
                .orElse("");
    }

    private List<Finding> exercised(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> selected.isAbout(finding.requirement()))
                .toList();
    }
}
