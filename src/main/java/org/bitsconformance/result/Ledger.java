package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunHeader;

/**
 * Holds what was to be judged against what was. A case that was selected and not driven, and a requirement that a case
 * exists to exercise and that no rule came to judge in it, are incomplete, and so is what was found in order in a case
 * that was not driven to its end: nothing is green by omission.
 */
public final class Ledger {

    private final Catalogue catalogue;
    private final Dialect dialect;
    private final boolean strict;
    private final List<SelectedCase> selected;
    private final Map<String, CaseResult> cases = new LinkedHashMap<>();
    private final Map<String, CaseEnd> ends = new HashMap<>();
    private final List<Finding> ofTheRun = new ArrayList<>();

    /**
     * A ledger for the cases that a plan selected.
     *
     * @param strict whether a broken SHOULD fails the run
     */
    public Ledger(Catalogue catalogue, Dialect dialect, boolean strict, List<SelectedCase> selected) {
        this.catalogue = catalogue;
        this.dialect = dialect;
        this.strict = strict;
        this.selected = List.copyOf(selected);
    }

    /** Enters a case that has ended. */
    public CaseResult enter(
            SelectedCase drivenCase,
            CaseEnd end,
            List<Finding> findings,
            List<Exchange> exchanges,
            long durationMicros) {
        List<Finding> all = new ArrayList<>(findings);
        boolean drivenToItsEnd = end.ending() == Ending.DRIVEN || end.ending() == Ending.NOT_APPLICABLE;
        for (String requirement : drivenCase.requirements()) {
            boolean settled = findings.stream()
                    .filter(finding -> finding.requirement().equals(requirement))
                    .anyMatch(finding -> drivenToItsEnd || finding.broken());
            if (!settled) {
                all.add(notReached(drivenCase, requirement, end));
            }
        }
        CaseResult result = result(drivenCase, all, exchanges, durationMicros);
        cases.put(drivenCase.id(), result);
        ends.put(drivenCase.id(), end);
        return result;
    }

    /** Puts other findings in the place of those that a case was entered with, once the run has shown more. */
    public void revise(String caseId, List<Finding> findings) {
        CaseResult entered = cases.get(caseId);
        selected.stream()
                .filter(one -> one.id().equals(caseId))
                .forEach(one -> enter(one, ends.get(caseId), findings, entered.exchanges(), entered.durationMicros()));
    }

    /** Enters what was found about the run as a whole. */
    public void enter(List<Finding> findings) {
        ofTheRun.addAll(findings);
    }

    /** Adds up. Cases that were selected and never entered are incomplete for {@code missingReason}. */
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
            enter(one, new CaseEnd(one.id(), Ending.INTERRUPTED, missingReason), List.of(), List.of(), 0);
        }
        Optional<String> notDriven =
                probed.diagnosis().or(() -> missing.stream().findFirst().map(one -> missingReason));
        List<RequirementResult> requirements = requirementResults();
        RunVerdict verdict = verdict(requirements);
        return new RunResult(
                header,
                probed,
                dialect,
                verdict,
                reason(verdict, requirements, notDriven),
                notJudged(requirements),
                requirements,
                scenarioResults(),
                conflicts,
                states,
                catalogue.totals(),
                durationMillis);
    }

    /** Whether this verdict fails a run; what broke once is broken, though it held when it was driven again. */
    public boolean fails(Verdict verdict) {
        return verdict == Verdict.FAIL || verdict == Verdict.UNSTABLE || (strict && verdict == Verdict.WARN);
    }

    private static Finding notReached(SelectedCase drivenCase, String requirement, CaseEnd end) {
        boolean skipped = end.ending() == Ending.NOT_APPLICABLE;
        String reason = end.ending() == Ending.DRIVEN ? "no rule came to judge it in this case" : end.reason();
        Verdict verdict = skipped ? Verdict.SKIP : Verdict.INCOMPLETE;
        return new Finding(requirement, "Ledger", verdict, drivenCase.id(), "", "", "", reason);
    }

    private static CaseResult result(
            SelectedCase drivenCase, List<Finding> findings, List<Exchange> exchanges, long durationMicros) {
        List<Finding> exercised = findings.stream()
                .filter(finding -> drivenCase.requirements().contains(finding.requirement()))
                .toList();
        Verdict verdict = Verdict.worst(exercised.stream().map(Finding::verdict).toList());
        String reason = exercised.stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(Finding::message)
                .findFirst()
                .orElse("");
        return new CaseResult(
                drivenCase.id(),
                drivenCase.scenario(),
                drivenCase.parameters(),
                verdict,
                reason,
                drivenCase.requirements(),
                List.copyOf(findings),
                List.copyOf(exchanges),
                durationMicros);
    }

    private List<RequirementResult> requirementResults() {
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
        return catalogue.tested().stream()
                .map(requirement -> result(requirement, byRequirement.getOrDefault(requirement.id(), List.of())))
                .toList();
    }

    private RequirementResult result(Requirement requirement, List<Finding> findings) {
        Verdict verdict = Verdict.worst(findings.stream().map(Finding::verdict).toList());
        String reason = findings.isEmpty()
                ? "no case of the plan came to it"
                : findings.stream()
                        .filter(finding -> finding.verdict() == verdict && !finding.broken())
                        .map(Finding::message)
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
                        .sorted(Comparator.comparing(Finding::verdict))
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

    private RunVerdict verdict(List<RequirementResult> requirements) {
        if (requirements.stream().anyMatch(result -> fails(result.verdict()))) {
            return RunVerdict.NONCONFORMANT;
        }
        boolean incomplete = requirements.stream().anyMatch(result -> result.verdict() == Verdict.INCOMPLETE)
                || cases.values().stream().anyMatch(result -> result.verdict() == Verdict.INCOMPLETE);
        boolean nothingBindingJudged =
                requirements.stream().noneMatch(result -> result.level().binds() && result.judged() > 0);
        return incomplete || nothingBindingJudged ? RunVerdict.INCOMPLETE : RunVerdict.CONFORMANT;
    }

    private String reason(RunVerdict verdict, List<RequirementResult> requirements, Optional<String> notDriven) {
        return switch (verdict) {
            case CONFORMANT -> "";
            case NONCONFORMANT ->
                requirements.stream().filter(result -> fails(result.verdict())).count() + " of " + requirements.size()
                        + " requirements broken"
                        + notDriven.map(reason -> "; " + reason).orElse("");
            case INCOMPLETE -> notDriven.orElseGet(() -> incompleteReason(requirements));
        };
    }

    private String incompleteReason(List<RequirementResult> requirements) {
        Optional<String> first = cases.values().stream()
                .filter(result -> result.verdict() == Verdict.INCOMPLETE)
                .map(result -> result.id() + ": " + result.reason())
                .findFirst();
        return first.or(() -> requirements.stream()
                        .filter(result -> result.verdict() == Verdict.INCOMPLETE)
                        .map(result -> result.requirement().id() + ": " + result.reason())
                        .findFirst())
                .orElse("no requirement that binds was judged");
    }

    private static List<String> notJudged(List<RequirementResult> requirements) {
        return requirements.stream()
                .filter(result -> result.requirement().id().equals("delivery.complete") && result.judged() == 0)
                .map(result -> "delivery not judged")
                .toList();
    }
}
