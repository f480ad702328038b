package org.bitsconformance.report.compare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bitsconformance.report.document.ReportedFinding;
import org.bitsconformance.report.document.RequirementReport;
import org.bitsconformance.result.Verdict;

/** What a report says about a requirement: the verdict, and the first finding that says it is broken. */
@JsonPropertyOrder({"verdict", "judged", "broken", "reason", "expected", "actual", "message", "case"})
public record ReportedRequirement(@JsonIgnore RequirementReport entry) {

    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    @JsonProperty
    public Verdict verdict() {
        return entry.tally().verdict();
    }

    /** How often it was judged. */
    @JsonProperty
    public int judged() {
        return entry.tally().judged();
    }

    /** How often it was found broken. */
    @JsonProperty
    public int broken() {
        return entry.tally().broken();
    }

    /** Why it was skipped or is incomplete, or what was observed. */
    @JsonProperty
    public Optional<String> reason() {
        return entry.tally().reason().filter(text -> !text.isEmpty());
    }

    @JsonProperty
    public Optional<String> expected() {
        return first(ReportedFinding::expected);
    }

    /** What was seen; may contain text from the server. */
    @JsonProperty
    public Optional<String> actual() {
        return first(ReportedFinding::actual);
    }

    @JsonProperty
    public Optional<String> message() {
        return first(ReportedFinding::message);
    }

    @JsonProperty("case")
    public Optional<String> caseId() {
        return first(ReportedFinding::caseId);
    }

    /** The first broken finding: findings are listed worst first, and incomplete or open ones break nothing. */
    private Optional<String> first(Function<ReportedFinding, String> text) {
        return entry.findings().stream()
                .filter(finding -> finding != null && finding.broken())
                .findFirst()
                .map(text)
                .filter(some -> !some.isEmpty());
    }

    /** What the server did, in the words of the report; empty if the report has only a verdict. */
    public String observed() {
        if (broken() > 0) {
            return actual().or(this::message).orElse("");
        }
        return verdict() == Verdict.INFO ? reason().orElse("") : "";
    }

    /** The reason, unless it is the same as what was observed. */
    String otherReason() {
        return reason().filter(reason -> !reason.equals(observed())).orElse("");
    }

    /** A text that is equal for equal behaviour: session ids, which differ in each run, are replaced. */
    String behaviour() {
        return verdict() + " " + GUID.matcher(observed()).replaceAll("GUID");
    }

    /** Whether it fails a run. */
    boolean fails() {
        return verdict() == Verdict.FAIL || verdict() == Verdict.UNSTABLE;
    }

    /**
     * Whether it is worse than in an earlier run: it fails and did not before, or it is incomplete and was judged
     * before.
     */
    boolean worseThan(ReportedRequirement before) {
        return switch (before.verdict()) {
            case FAIL, UNSTABLE -> verdict() == Verdict.INCOMPLETE;
            case INCOMPLETE -> false;
            case SKIP -> fails();
            case PASS, INFO, WARN, KNOWN -> fails() || verdict() == Verdict.INCOMPLETE;
        };
    }
}
