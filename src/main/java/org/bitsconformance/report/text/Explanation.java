package org.bitsconformance.report.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;

/** What a reader needs to know about a finding, as plain text. */
public final class Explanation {

    private static final int LONGEST_VALUE = 4_000;

    private Explanation() {}

    /** The finding in one sentence. */
    public static String sentence(Finding finding) {
        return finding.message().isEmpty()
                ? "expected " + finding.expected() + ", actual " + finding.actual()
                : finding.message();
    }

    /** A cause in one line. */
    public static String words(Cause cause) {
        return cause.id() + ": " + cause.title();
    }

    /** What was found, the requirement and its sources, where to look, and the causes, one per line. */
    public static String text(RequirementResult requirement, Finding finding, List<Cause> causes) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("message", finding.message());
        parts.put("expected", finding.expected());
        parts.put("actual", finding.actual());
        parts.put("requirement", requirement.requirement().id() + " (" + requirement.level() + ")");
        parts.put("statement", requirement.requirement().statement());
        parts.put("written in", requirement.requirement().shortCitations());
        parts.put("verdict", finding.verdict().word());
        parts.put("case", finding.caseId());
        parts.put("exchange", finding.exchange());
        parts.put("look at", requirement.lookAt(finding));
        parts.put("cause", causes.stream().map(Explanation::words).collect(Collectors.joining("; ")));
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> "%-12s %s\n".formatted(part.getKey() + ":", Printable.cut(part.getValue(), LONGEST_VALUE)))
                .collect(Collectors.joining());
    }
}
