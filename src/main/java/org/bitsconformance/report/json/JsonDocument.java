package org.bitsconformance.report.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.result.Capability;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunTraffic;
import org.bitsconformance.result.ScenarioResult;
import org.bitsconformance.result.StateCell;
import org.bitsconformance.result.Verdict;

/** {@code report.json} as records: each component is a key. Described by {@code schema/report-1.schema.json}. */
public record JsonDocument(
        int schemaVersion,
        Suite suite,
        Target target,
        String plan,
        String order,
        DialectEntry dialect,
        String startedAt,
        long durationMs,
        String verdict,
        Optional<String> reason,
        Optional<String> diagnosis,
        List<String> notJudged,
        List<String> notices,
        Counts counts,
        List<Cause> causes,
        List<RequirementEntry> requirements,
        List<ScenarioEntry> scenarios,
        List<StateEntry> states,
        List<CapabilityEntry> capabilities,
        Optional<List<SlowAnswerEntry>> slowAnswers,
        TrafficEntry traffic,
        List<JsonKnownFailure> baseline) {

    private static final int VERSION = 1;

    /** How many findings of a requirement are listed. */
    static final int MOST_FINDINGS = 50;

    public record Suite(String name, String version) {

        /** Of a product token such as {@code bits-conformance/0.1.0}. */
        public static Suite of(String product) {
            int slash = product.indexOf('/');
            return slash < 0
                    ? new Suite(product, "")
                    : new Suite(product.substring(0, slash), product.substring(slash + 1));
        }
    }

    record Target(String url, Optional<String> server) {}

    record DialectEntry(String asked, String observed, List<JsonConflict> rows) {}

    record Counts(Map<String, Integer> requirements, Map<String, Integer> cases) {}

    record RequirementEntry(
            String id,
            String level,
            String statement,
            List<SourceEntry> sources,
            String verdict,
            Optional<String> reason,
            int judged,
            int broken,
            Optional<List<String>> causes,
            String lookAt,
            List<FindingEntry> findings,
            Optional<Integer> findingsOmitted) {

        public static RequirementEntry of(RequirementResult result, List<Cause> causes) {
            List<FindingEntry> findings = result.findings().stream()
                    .filter(finding -> finding.verdict() != Verdict.PASS)
                    .map(FindingEntry::of)
                    .toList();
            int omitted = findings.size() - MOST_FINDINGS;
            return new RequirementEntry(
                    result.requirement().id(),
                    result.level().name(),
                    result.requirement().statement(),
                    result.requirement().sources().stream()
                            .map(source -> new SourceEntry(
                                    source.document(),
                                    source.section(),
                                    source.level().name(),
                                    source.url()))
                            .distinct()
                            .toList(),
                    result.verdict().word(),
                    unlessEmpty(result.reason()),
                    result.judged(),
                    result.broken(),
                    Optional.of(causes.stream().map(Cause::id).toList()).filter(ids -> !ids.isEmpty()),
                    result.requirement().lookAt(),
                    findings.stream().limit(MOST_FINDINGS).toList(),
                    omitted > 0 ? Optional.of(omitted) : Optional.empty());
        }
    }

    record SourceEntry(String document, String section, String level, String url) {}

    record FindingEntry(
            String verdict,
            String rule,
            @JsonProperty("case") String caseId,
            String exchange,
            String expected,
            String actual,
            String message,
            Optional<String> lookAt) {

        public static FindingEntry of(Finding finding) {
            return new FindingEntry(
                    finding.verdict().word(),
                    finding.rule(),
                    finding.caseId(),
                    finding.exchange(),
                    finding.expected(),
                    finding.actual(),
                    finding.message(),
                    unlessEmpty(finding.lookAt()));
        }
    }

    record ScenarioEntry(String id, String title, String verdict, List<CaseEntry> cases) {

        public static ScenarioEntry of(ScenarioResult result) {
            return new ScenarioEntry(
                    result.id(),
                    result.title(),
                    result.verdict().word(),
                    result.cases().stream().map(CaseEntry::of).toList());
        }
    }

    record CaseEntry(
            String id,
            Map<String, String> parameters,
            String verdict,
            Optional<String> reason,
            List<String> requirements,
            Optional<List<DriveEntry>> drives) {

        public static CaseEntry of(CaseResult result) {
            return new CaseEntry(
                    result.id(),
                    result.parameters(),
                    result.verdict().word(),
                    unlessEmpty(result.reason()),
                    result.requirements(),
                    result.drives().size() > 1
                            ? Optional.of(
                                    result.drives().stream().map(DriveEntry::of).toList())
                            : Optional.empty());
        }
    }

    record DriveEntry(String verdict, Optional<String> reason) {

        public static DriveEntry of(Drive drive) {
            return new DriveEntry(drive.verdict().word(), unlessEmpty(drive.reason()));
        }
    }

    record SlowAnswerEntry(@JsonProperty("case") String caseId, String exchange, long millis) {

        /** Those of a run, as many as of findings; empty mostly. */
        public static Optional<List<SlowAnswerEntry>> of(RunResult result) {
            List<SlowAnswerEntry> slow = result.slowAnswers().stream()
                    .limit(MOST_FINDINGS)
                    .map(one -> new SlowAnswerEntry(one.caseId(), one.exchange(), one.millis()))
                    .toList();
            return Optional.of(slow).filter(some -> !some.isEmpty());
        }
    }

    record StateEntry(String state, String packet, int driven, List<String> requirements, Optional<String> reason) {

        public static StateEntry of(StateCell cell) {
            return new StateEntry(
                    cell.state().toString(),
                    cell.packet().headerValue(),
                    cell.driven(),
                    cell.requirements(),
                    unlessEmpty(cell.reason()));
        }
    }

    record CapabilityEntry(String name, String value, String source, String follows) {

        public static CapabilityEntry of(Capability capability) {
            return new CapabilityEntry(
                    capability.name(), capability.value(), capability.origin().word(), capability.follows());
        }
    }

    record TrafficEntry(long requests, long bytesSent, long bytesReceived) {

        public static TrafficEntry of(RunTraffic driving) {
            return new TrafficEntry(driving.requests(), driving.bytesSent(), driving.bytesReceived());
        }
    }

    static JsonDocument of(RunResult result) {
        return new JsonDocument(
                VERSION,
                Suite.of(result.header().suite()),
                new Target(result.header().url(), result.probed().server()),
                result.header().plan(),
                result.header().order(),
                new DialectEntry(result.dialect().optionName(), result.observedDialect(), rows(result)),
                result.header().startedAt().truncatedTo(ChronoUnit.MILLIS).toString(),
                result.durationMillis(),
                result.verdict().word(),
                unlessEmpty(result.reason()),
                result.probed().diagnosis(),
                result.notJudged(),
                result.probed().notices(),
                new Counts(counts(result.requirementCounts()), counts(result.caseCounts())),
                result.causes(),
                result.requirements().stream()
                        .map(one -> RequirementEntry.of(
                                one, result.causesOf(one.requirement().id())))
                        .toList(),
                result.scenarios().stream().map(ScenarioEntry::of).toList(),
                result.states().stream().map(StateEntry::of).toList(),
                result.capabilities().stream().map(CapabilityEntry::of).toList(),
                SlowAnswerEntry.of(result),
                TrafficEntry.of(result.driving()),
                result.baseline().stream().map(JsonKnownFailure::of).toList());
    }

    private static List<JsonConflict> rows(RunResult result) {
        return result.conflicts().stream().map(JsonConflict::of).toList();
    }

    private static Map<String, Integer> counts(Map<Verdict, Integer> byVerdict) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List.of(
                        Verdict.PASS,
                        Verdict.INFO,
                        Verdict.WARN,
                        Verdict.FAIL,
                        Verdict.UNSTABLE,
                        Verdict.INCOMPLETE,
                        Verdict.SKIP,
                        Verdict.KNOWN)
                .forEach(verdict -> counts.put(verdict.word(), byVerdict.get(verdict)));
        return counts;
    }

    private static Optional<String> unlessEmpty(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
