package org.bitsconformance.report.compare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.report.document.PlanReport;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.document.ReportOutcome;
import org.bitsconformance.report.text.Times;
import org.bitsconformance.result.RunVerdict;

/**
 * A run, read from its {@code report.json}.
 *
 * @param folder as the user named it
 * @param report what was read
 */
@JsonPropertyOrder({"folder", "url", "server", "suite", "plan", "dialect", "startedAt", "verdict", "reason", "sides"})
public record ReportedRun(String folder, @JsonIgnore ReportDocument report) {

    /**
     * Something that a run states in one word.
     *
     * @param title what it is about; may be empty
     * @param value empty if nothing was seen
     */
    public record Entry(String title, String value) {}

    /** Which document decided, and which one the target seems to follow. */
    public record Followed(String asked, String observed) {}

    /**
     * Reads the reports of several runs.
     *
     * @param folders of runs, or their {@code report.json}
     * @throws UnreadableReportException when one is missing or is not a report of a known version
     */
    public static List<ReportedRun> read(List<Path> folders) throws UnreadableReportException {
        ReportedRun[] runs = new ReportedRun[folders.size()];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = new ReportReader(folders.get(i)).read();
        }
        return List.of(runs);
    }

    @JsonProperty
    public String url() {
        return report.head().target().url();
    }

    /** The target's {@code Server} header. */
    @JsonProperty
    public Optional<String> server() {
        return report.head().target().server().filter(server -> !server.isEmpty());
    }

    /** Name and version of the suite that judged it. */
    @JsonProperty
    public String suite() {
        return report.head().suite().words();
    }

    @JsonProperty
    public String plan() {
        PlanReport driven = report.head().driven();
        return driven.plan()
                + driven.shard()
                        .map(shard -> ", shard " + shard.number() + "/" + shard.of())
                        .orElse("");
    }

    @JsonProperty
    public Followed dialect() {
        return new Followed(
                report.head().dialect().asked(), report.head().dialect().observed());
    }

    /** When it started, in ISO 8601. */
    @JsonProperty
    public String startedAt() {
        return report.head().startedAt();
    }

    /** When it started, in a form for people. */
    String started() {
        return Times.moment(startedAt());
    }

    @JsonProperty
    public RunVerdict verdict() {
        return report.outcome().verdict();
    }

    /** Why it is not conformant; empty if it is. */
    @JsonProperty
    public Optional<String> reason() {
        return report.outcome().reason().filter(reason -> !reason.isEmpty());
    }

    /** The verdict of the server and of each client, a sentence each; none if the suite sent the packets itself. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public List<String> sides() {
        return report.outcome().sides().stream()
                .map(ReportOutcome.SideReport::sentence)
                .toList();
    }

    /** The requirements by id, in the order of the report. */
    Map<String, ReportedRequirement> requirements() {
        Map<String, ReportedRequirement> byId = new LinkedHashMap<>();
        report.requirements().forEach(one -> byId.put(one.asked().id(), new ReportedRequirement(one)));
        return byId;
    }

    /** Which document's reading of each conflict was seen, by conflict id. */
    Map<String, Entry> readings() {
        Map<String, Entry> byId = new LinkedHashMap<>();
        report.head()
                .dialect()
                .rows()
                .forEach(row -> byId.put(
                        row.conflict().id(),
                        new Entry(row.conflict().topic(), row.follows().orElse(""))));
        return byId;
    }

    /** What is known about each capability, by name. */
    Map<String, Entry> capabilities() {
        Map<String, Entry> byName = new LinkedHashMap<>();
        report.driving().capabilities().forEach(one -> byName.put(one.name(), new Entry("", one.value())));
        return byName;
    }
}
