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
 * The result of a run; every report is written from this and nothing else.
 *
 * @param run what was driven
 * @param judgement of the run as a whole
 * @param causes named defects that explain broken requirements, the one that explains most first
 * @param requirements those that the suite judges, in the order of the catalogue
 * @param scenarios in the order of the plan
 * @param documents what was seen of the documents' own tables
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
     * @param header what the run was told
     * @param probed what probes found out before the first case
     * @param traffic how the cases were driven, and what that cost the target
     * @param durationMillis from the start of the run to its end
     */
    public record Driven(RunHeader header, Probed probed, RunTraffic traffic, long durationMillis) {}

    /**
     * What the run as a whole came to.
     *
     * @param dialect the dialect that it was judged by
     * @param verdict of the run
     * @param reason why it is not conformant, in a sentence; empty when it is
     * @param notJudged what the verdict does not speak of, such as {@code delivery not judged}
     */
    public record Judgement(Dialect dialect, RunVerdict verdict, String reason, List<String> notJudged) {}

    /**
     * What was seen of the tables that the documents have.
     *
     * @param conflicts what was seen of each conflict of the documents, in the order of their table
     * @param states the state table, row by row
     * @param catalogue how many requirements the catalogue has of each status, those that no run judges included
     */
    public record Documents(List<ConflictResult> conflicts, List<StateCell> states, Map<Status, Integer> catalogue) {}

    /** What the run was told. */
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

    /** Why it is not conformant, in a sentence; empty when it is. */
    public String reason() {
        return judgement.reason;
    }

    /** All cases, in the order of the plan. */
    public List<CaseResult> cases() {
        return scenarios.stream().flatMap(scenario -> scenario.cases().stream()).toList();
    }

    /**
     * The requirements that were found broken in a way that the baseline does not know. What fails the run comes first, and
     * of that what blocks most: by the share of judgements that broke, the level, and whether a file or a session is lost
     * by it. Every report and the console have them in this order.
     */
    public List<RequirementResult> broken() {
        return requirements.stream()
                .filter(RequirementResult::brokenUnknown)
                .sorted(Blocking.mostFirst())
                .toList();
    }

    /** The causes that explain a requirement, the one first that explains most; none if nothing does. */
    public List<Cause> causesOf(String requirement) {
        return causes.stream()
                .filter(cause -> cause.explains().contains(requirement))
                .toList();
    }

    /** What was to be judged and was not, one entry a reason, the one first that most cases have. */
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

    /** Whether a finding is of a case that tests something else than the finding's requirement. */
    public boolean seenInPassing(Finding finding) {
        return cases().stream()
                .filter(one -> one.id().equals(finding.caseId()))
                .anyMatch(one -> !one.selected().isAbout(finding.requirement()));
    }

    /** The entries of the baseline that had that fate, in its order. */
    public List<KnownFailureResult> baseline(Fate fate) {
        return baseline.stream().filter(entry -> entry.fate() == fate).toList();
    }

    /** What the documents leave to the server: what was declared or found out, and what follows for the run. */
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

    /** The answers that took over half of the time limit, slowest first. */
    public List<SlowAnswer> slowAnswers() {
        return SlowAnswer.among(cases(), run.header.target().timeoutMillis());
    }

    /** What uploads at the same time asked of the target, a case each; none where there were none. */
    public List<Load> loads() {
        return Load.of(cases());
    }

    /** How many requirements were judged, those that are incomplete not counted. */
    public int judgedRequirements() {
        return (int)
                requirements.stream().filter(RequirementResult::judgedToTheEnd).count();
    }

    /** How many cases were judged, those that are incomplete or were skipped not counted. */
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
            line.append("; known failures of ").append(known).append(known == 1 ? " requirement" : " requirements");
        }
        return line.append(')').toString();
    }

    /** How the order of the cases came about and comes about again; empty if it was that of the plan. */
    public Optional<String> randomOrder() {
        return Optional.of(run.header.cases().order())
                .filter(order -> !order.equals(RunHeader.PLAN_ORDER))
                .map(seed -> seed.equals(RunHeader.MIXED_ORDER)
                        ? "another one in each shard"
                        : "random, seed " + seed + " (again with --order " + seed + ")");
    }

    /** The dialect that the target was seen to follow: a document's name, {@code mixed}, or {@code none seen}. */
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
