package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.KnownFailureResult.Fate;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.RunNotice;
import org.bitsconformance.transcript.capture.Capture;

/**
 * Compares what should have been judged with what was judged. Three things are incomplete: a case that was selected but
 * not driven, a requirement that was not judged in a case that exists to exercise it, and a requirement that held in a
 * case that was not driven to its end. Nothing passes by omission.
 */
public final class Ledger {

    private final Catalogue catalogue;
    private final Dialect dialect;
    private final boolean strict;
    private final List<SelectedCase> selected;
    private final Baseline baseline;
    private final Map<String, CaseResult> cases = new LinkedHashMap<>();
    private final Map<String, CaseAttempts> drives = new HashMap<>();
    private final List<Finding> ofTheRun = new ArrayList<>();
    private final List<Cause> causes = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private RunTraffic driving = RunTraffic.NOTHING;

    /**
     * A ledger for the cases that a plan selected.
     *
     * @param strict whether a broken SHOULD fails the run
     * @param baseline the known failures
     */
    public Ledger(
            Catalogue catalogue, Dialect dialect, boolean strict, List<SelectedCase> selected, Baseline baseline) {
        this.catalogue = catalogue;
        this.dialect = dialect;
        this.strict = strict;
        this.selected = new ArrayList<>(selected);
        this.baseline = baseline;
    }

    /** The findings, with those that the baseline knows marked as known. */
    public List<Finding> excused(List<Finding> findings) {
        return baseline.excuse(findings, this::fails);
    }

    /** Enters an ended case, selected or not, with its events; a case that is entered again was driven again. */
    public CaseResult enter(
            SelectedCase drivenCase,
            CaseEnd end,
            List<Finding> findings,
            List<? extends Event> events,
            long durationMicros) {
        if (selected.stream().noneMatch(one -> one.id().equals(drivenCase.id()))) {
            selected.add(drivenCase);
        }
        CaseAttempts of = drives.computeIfAbsent(drivenCase.id(), id -> new CaseAttempts(drivenCase, baseline));
        of.add(end, excused(findings), events, durationMicros);
        return summed(of);
    }

    /**
     * Replaces the findings of an entered case, after the run has shown more.
     *
     * @param drive attempt number, from 1
     */
    public void revise(String caseId, int drive, List<Finding> findings) {
        CaseAttempts of = drives.get(caseId);
        of.revise(drive, excused(findings));
        summed(of);
    }

    private CaseResult summed(CaseAttempts of) {
        CaseResult result = of.result();
        cases.put(result.id(), result);
        return result;
    }

    private Map<String, CaseEnd> ends() {
        return drives.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().lastEnd()));
    }

    /** Enters what the run did differently from some case on. */
    public void enter(RunNotice notice) {
        notices.add(notice.text());
    }

    /** Enters findings about the run as a whole. */
    public void enter(List<Finding> findings) {
        ofTheRun.addAll(excused(findings));
    }

    /** All findings so far: case by case with all drives combined, then those about the run as a whole. */
    public List<Finding> findings() {
        return Stream.concat(cases.values().stream().flatMap(one -> one.findings().stream()), ofTheRun.stream())
                .toList();
    }

    /** Enters named defects that explain the findings, the one that explains most first. */
    public void enterCauses(List<Cause> found) {
        causes.addAll(found);
    }

    /** Enters how the cases were driven. */
    public void enter(RunTraffic how) {
        driving = how;
    }

    /**
     * Adds up. Selected cases that were never entered are incomplete, for the reason that their shard gives, or else
     * for {@code missingReason}.
     */
    public RunResult total(
            RunHeader header,
            Probed probed,
            List<ConflictResult> conflicts,
            List<StateCell> states,
            String missingReason,
            long durationMillis) {
        List<SelectedCase> missing =
                selected.stream().filter(one -> !cases.containsKey(one.id())).toList();
        for (SelectedCase one : missing) {
            String reason = header.cases().reasonOfShard(one.id()).orElse(missingReason);
            enter(one, new CaseEnd(one.id(), Ending.INTERRUPTED, reason), List.of(), List.of(), 0);
        }
        Optional<String> notDriven =
                probed.diagnosis().or(() -> missing.stream().findFirst().map(one -> missingReason));
        ShardScope scope = new ShardScope(
                header.cases(), requirementResults(header.judging().sides()));
        List<RequirementResult> requirements = scope.requirements();
        List<KnownFailureResult> fates = scope.told(baseline.fates(selected, cases, ends(), ofTheRun));
        RunVerdict verdict = verdict(requirements, fates);
        return new RunResult(
                new RunResult.Driven(header, probed, driving, durationMillis),
                new RunResult.Judgement(
                        dialect,
                        verdict,
                        reason(verdict, requirements, fates, notDriven),
                        NotJudged.of(header, List.copyOf(notices), requirements, cases.values(), scope),
                        new Sides(catalogue, dialect, this::fails).of(header, cases.values(), ofTheRun)),
                List.copyOf(causes),
                requirements,
                scenarioResults(),
                new RunResult.Documents(
                        conflicts, states, catalogue.totals(header.judging().sides())),
                fates);
    }

    /** Whether this verdict fails a run; what broke once counts as broken, even if it held when driven again. */
    public boolean fails(Verdict verdict) {
        return verdict == Verdict.FAIL || verdict == Verdict.UNSTABLE || (strict && verdict == Verdict.WARN);
    }

    private List<RequirementResult> requirementResults(Set<Side> sides) {
        Map<String, List<Finding>> byRequirement = new LinkedHashMap<>();
        selected.stream()
                .map(one -> cases.get(one.id()))
                .forEach(result -> result.findings()
                        .forEach(finding -> byRequirement
                                .computeIfAbsent(finding.requirement(), id -> new ArrayList<>())
                                .add(finding)));
        ofTheRun.forEach(finding -> byRequirement
                .computeIfAbsent(finding.requirement(), id -> new ArrayList<>())
                .add(finding));
        Comparator<Finding> bestFirst = new Examples(cases.values()).bestFirst();
        return catalogue.tested(sides).stream()
                .map(requirement ->
                        result(requirement, byRequirement.getOrDefault(requirement.id(), List.of()), bestFirst))
                .toList();
    }

    private RequirementResult result(Requirement requirement, List<Finding> findings, Comparator<Finding> bestFirst) {
        Verdict verdict = Verdict.worst(findings.stream().map(Finding::verdict).toList());
        String reason = findings.isEmpty()
                ? "no case of the plan led to it"
                : findings.stream()
                        .filter(finding -> finding.verdict() == verdict && (!finding.broken() || finding.known()))
                        .map(baseline::reason)
                        .findFirst()
                        .orElse("");
        return new RequirementResult(
                requirement,
                requirement.level(dialect),
                verdict,
                reason,
                (int) findings.stream().filter(Finding::judged).count(),
                (int) findings.stream().filter(Finding::broken).count(),
                findings.stream()
                        .filter(finding -> finding.verdict() != Verdict.PASS)
                        .sorted(bestFirst)
                        .toList());
    }

    private List<ScenarioResult> scenarioResults() {
        Map<String, List<CaseResult>> byScenario = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        for (SelectedCase one : selected) {
            titles.put(one.scenario(), one.scenarioTitle());
            byScenario.computeIfAbsent(one.scenario(), id -> new ArrayList<>()).add(cases.get(one.id()));
        }
        return byScenario.entrySet().stream()
                .map(entry -> new ScenarioResult(entry.getKey(), titles.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private RunVerdict verdict(List<RequirementResult> requirements, List<KnownFailureResult> fates) {
        boolean stale = fates.stream().anyMatch(entry -> entry.fate() == Fate.STALE);
        if (stale || requirements.stream().anyMatch(result -> fails(result.verdict()))) {
            return RunVerdict.NONCONFORMANT;
        }
        boolean incomplete = requirements.stream().anyMatch(result -> result.verdict() == Verdict.INCOMPLETE)
                || cases.values().stream().anyMatch(result -> result.verdict() == Verdict.INCOMPLETE);
        boolean nothingBindingJudged =
                requirements.stream().noneMatch(result -> result.level().binds() && result.judged() > 0);
        return incomplete || nothingBindingJudged ? RunVerdict.INCOMPLETE : RunVerdict.CONFORMANT;
    }

    private String reason(
            RunVerdict verdict,
            List<RequirementResult> requirements,
            List<KnownFailureResult> fates,
            Optional<String> notDriven) {
        return switch (verdict) {
            case CONFORMANT -> "";
            case NONCONFORMANT ->
                nonconformantReason(requirements, fates)
                        + notDriven.map(reason -> "; " + reason).orElse("");
            case INCOMPLETE -> notDriven.orElseGet(() -> incompleteReason(requirements));
        };
    }

    private String nonconformantReason(List<RequirementResult> requirements, List<KnownFailureResult> fates) {
        List<String> reasons = new ArrayList<>();
        long broken =
                requirements.stream().filter(result -> fails(result.verdict())).count();
        if (broken > 0) {
            reasons.add(broken + " of " + requirements.size() + " requirements broken");
        }
        List<KnownFailureResult> stale =
                fates.stream().filter(entry -> entry.fate() == Fate.STALE).toList();
        stale.stream().limit(1).map(KnownFailureResult::sentence).forEach(reasons::add);
        if (stale.size() > 1) {
            reasons.add(stale.size() + " such entries in all");
        }
        return String.join("; ", reasons);
    }

    private String incompleteReason(List<RequirementResult> requirements) {
        List<CaseResult> incomplete = cases.values().stream()
                .filter(result -> result.verdict() == Verdict.INCOMPLETE)
                .toList();
        String more = incomplete.size() > 1 ? " (and " + (incomplete.size() - 1) + " more)" : "";
        Optional<String> first =
                incomplete.stream().findFirst().map(result -> place(result.id()) + result.reason() + more);
        return first.or(() -> requirements.stream()
                        .filter(result -> result.verdict() == Verdict.INCOMPLETE)
                        .map(result -> result.requirement().id() + ": " + result.reason())
                        .findFirst())
                .orElse("no requirement that binds was judged");
    }

    /** Names a case; a capture is a single case, which needs no name. */
    private static String place(String caseId) {
        return caseId.equals(Capture.CASE) ? "" : caseId + ": ";
    }
}
