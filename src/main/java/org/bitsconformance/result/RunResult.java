package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.requirement.Status;
import org.bitsconformance.result.KnownFailureResult.Fate;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunHeader;

/**
 * The result of a run; reports are written only from this.
 *
 * @param run what was driven
 * @param judgement of the run as a whole
 * @param causes named defects that explain broken requirements, the one that explains most first
 * @param requirements those that the suite judges, in the order of the catalogue
 * @param scenarios in the order of the plan
 * @param documents what was seen for the documents' own tables
 * @param baseline what happened to each entry of the baseline, in its order; empty without one
 */
public record RunResult(
        Driven run,
        Judgement judgement,
        List<Cause> causes,
        List<RequirementResult> requirements,
        List<ScenarioResult> scenarios,
        Documents documents,
        List<KnownFailureResult> baseline) {

    /**
     * What was driven.
     *
     * @param header the settings of the run
     * @param probed what probes found out before the first case
     * @param traffic how the cases were driven, and the traffic that caused
     * @param durationMillis from the start of the run to its end
     */
    public record Driven(RunHeader header, Probed probed, RunTraffic traffic, long durationMillis) {}

    /**
     * The overall judgement of the run.
     *
     * @param dialect the dialect that it was judged by
     * @param verdict of the run
     * @param reason why it is not conformant, in a sentence; empty if it is
     * @param notJudged what the verdict does not cover, such as {@code delivery not judged}
     * @param sides the server and each client, if a client was judged; otherwise empty
     */
    public record Judgement(
            Dialect dialect, RunVerdict verdict, String reason, List<String> notJudged, List<SideResult> sides) {}

    /**
     * What was seen for the documents' own tables.
     *
     * @param conflicts what was seen of each conflict of the documents, in the order of their table
     * @param states the state table, row by row
     * @param catalogue how many requirements of each status the catalogue has, including those that no run judges
     */
    public record Documents(List<ConflictResult> conflicts, List<StateCell> states, Map<Status, Integer> catalogue) {}

    /** The settings of the run. */
    public RunHeader header() {
        return run.header;
    }

    /** What probes found out before the first case. */
    public Probed probed() {
        return run.probed;
    }

    /** The verdict of the run. */
    public RunVerdict verdict() {
        return judgement.verdict;
    }

    /** Why it is not conformant, in a sentence; empty if it is. */
    public String reason() {
        return judgement.reason;
    }

    /** All cases, in the order of the plan. */
    public List<CaseResult> cases() {
        return scenarios.stream().flatMap(scenario -> scenario.cases().stream()).toList();
    }

    /**
     * The requirements that were found broken in a way that the baseline does not know. What fails the run comes first,
     * then what blocks most: by whether a file or a session is lost, the share of judgements that broke, and the level.
     * Every report and the console use this order.
     */
    public List<RequirementResult> broken() {
        return requirements.stream()
                .filter(RequirementResult::brokenUnknown)
                .sorted(Blocking.mostFirst())
                .toList();
    }

    /** The causes that explain a requirement, the one that explains most first; none if nothing explains it. */
    public List<Cause> causesOf(String requirement) {
        return causes.stream()
                .filter(cause -> cause.explains().contains(requirement))
                .toList();
    }

    /** What should have been judged but was not, one entry for each reason, the one with most cases first. */
    public List<Incomplete> incomplete() {
        Map<String, List<Finding>> byReason = new LinkedHashMap<>();
        requirements.stream()
                .flatMap(one -> one.findings().stream())
                .filter(finding -> finding.verdict() == Verdict.INCOMPLETE)
                .forEach(finding -> byReason.computeIfAbsent(finding.message(), reason -> new ArrayList<>())
                        .add(finding));
        return byReason.values().stream()
                .map(Incomplete::of)
                .sorted(Comparator.comparingInt(Incomplete::more).reversed())
                .toList();
    }

    /** Whether a finding comes from a case that tests something other than the finding's requirement. */
    public boolean seenInPassing(Finding finding) {
        return cases().stream()
                .filter(one -> one.id().equals(finding.caseId()))
                .anyMatch(one -> !one.selected().isAbout(finding.requirement()));
    }

    /** The entries of the baseline with this fate, in order. */
    public List<KnownFailureResult> baseline(Fate fate) {
        return baseline.stream().filter(entry -> entry.fate() == fate).toList();
    }

    /** What the documents leave to the server: what was declared or found out, and the consequences for the run. */
    public List<Capability> capabilities() {
        boolean deliveryJudged = requirements.stream()
                .anyMatch(result -> result.requirement().id().equals("delivery.complete") && result.judged() > 0);
        List<Capability> table = new ArrayList<>(CapabilityTable.of(run.header, run.probed, deliveryJudged));
        Parallel parallel = run.traffic.parallel();
        if (parallel.asked() > 1) {
            table.add(new Capability(
                    "parallel", String.valueOf(parallel.driven()), parallel.origin(), parallel.follows()));
        }
        return List.copyOf(table);
    }

    /** The answers that took more than half of the time limit, slowest first. */
    public List<SlowAnswer> slowAnswers() {
        return SlowAnswer.among(cases(), run.header.target().timeoutMillis());
    }

    /** The load of parallel uploads, one entry for each such case; empty if there were none. */
    public List<Load> loads() {
        return Load.of(cases());
    }

    /** How many requirements were judged, not counting incomplete ones. */
    public int judgedRequirements() {
        return (int)
                requirements.stream().filter(RequirementResult::judgedToTheEnd).count();
    }

    /** How many cases were judged, not counting those that are incomplete or were skipped. */
    public int judgedCases() {
        return (int) cases().stream()
                .filter(one -> one.verdict() != Verdict.INCOMPLETE && one.verdict() != Verdict.SKIP)
                .count();
    }

    /** How many requirements have each verdict; every verdict is a key. */
    public Map<Verdict, Integer> requirementCounts() {
        return counts(requirements.stream().map(RequirementResult::verdict));
    }

    /** How many cases have each verdict; every verdict is a key. */
    public Map<Verdict, Integer> caseCounts() {
        return counts(cases().stream().map(CaseResult::verdict));
    }

    /** The verdict in one line, naming the plan, what was not judged, and how many requirements have known failures. */
    public String verdictLine() {
        StringBuilder line = new StringBuilder("verdict: ")
                .append(judgement.verdict.word())
                .append(" (plan ")
                .append(run.header.cases().planAndShard());
        judgement.notJudged.forEach(missing -> line.append("; ").append(missing));
        long known =
                requirements.stream().filter(RequirementResult::brokenKnown).count();
        if (known > 0) {
            line.append("; known failures of ").append(Counted.of(known, "requirement"));
        }
        return line.append(')').toString();
    }

    /** How the random order was chosen and how to repeat it; empty if the cases were in the plan's order. */
    public Optional<String> randomOrder() {
        return Optional.of(run.header.cases().order())
                .filter(order -> !order.equals(RunHeader.PLAN_ORDER))
                .map(seed -> seed.equals(RunHeader.MIXED_ORDER)
                        ? "another one in each shard"
                        : "random, seed " + seed + " (again with --order " + seed + ")");
    }

    /** The dialect that the target seems to follow: a document's name, {@code mixed}, or {@code none seen}. */
    public String observedDialect() {
        Set<Document> observed = documents.conflicts.stream()
                .flatMap(conflict -> conflict.documents().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Document.class)));
        return switch (observed.size()) {
            case 0 -> "none seen";
            case 1 -> observed.iterator().next().optionName();
            default -> "mixed";
        };
    }

    private static Map<Verdict, Integer> counts(Stream<Verdict> verdicts) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        return counts;
    }
}
