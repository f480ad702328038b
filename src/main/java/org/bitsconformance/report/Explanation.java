package org.bitsconformance.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;

/** What a reader needs to know of a finding, as plain text. */
final class Explanation {

    private static final int LONGEST_VALUE = 4_000;

    private Explanation() {}

    /** The finding in one sentence. */
    static String sentence(Finding finding) {
        return finding.message().isEmpty()
                ? "expected " + finding.expected() + ", actual " + finding.actual()
                : finding.message();
    }

    /** The requirement, where it is written, what was found and what to look at, one a line. */
    static String text(RequirementResult requirement, Finding finding) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("requirement", requirement.requirement().id() + " (" + requirement.level() + ")");
        parts.put("statement", requirement.requirement().statement());
        parts.put("written in", requirement.requirement().citations());
        parts.put("verdict", finding.verdict().word());
        parts.put("case", finding.caseId());
        parts.put("exchange", finding.exchange());
        parts.put("expected", finding.expected());
        parts.put("actual", finding.actual());
        parts.put("message", finding.message());
        parts.put("look at", requirement.requirement().lookAt());
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> "%-12s %s\n".formatted(part.getKey() + ":", Printable.cut(part.getValue(), LONGEST_VALUE)))
                .collect(Collectors.joining());
    }
}
