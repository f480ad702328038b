package org.bitsconformance.report;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.report.HtmlExchanges.HtmlExchange;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;

/**
 * A requirement that was found broken, with the first of the worst findings.
 *
 * @param sources where it is written
 * @param caseId of the finding; empty when it is about the run
 * @param exchange the deciding one; empty when there is none
 * @param command drives and judges it again
 * @param script where a script lies that shows it without the suite; empty for none
 * @param reproduce the text of the script; empty for none, or where it is long
 * @param otherCases up to {@link #MOST_OTHERS} more cases in which it was broken
 * @param othersOmitted how many cases more
 */
record HtmlBroken(
        String id,
        String statement,
        String level,
        String verdict,
        List<HtmlSource> sources,
        int judged,
        int broken,
        String expected,
        String actual,
        String message,
        String caseId,
        List<HtmlExchange> exchange,
        String lookAt,
        String command,
        String script,
        String reproduce,
        List<String> otherCases,
        int othersOmitted) {

    static final int MOST_OTHERS = 12;

    /** Of a longer script the page has the place alone. */
    private static final int LONGEST_SCRIPT = TemplatePage.LONGEST_TEXT;

    record HtmlSource(String citation, String level, String url) {}

    static HtmlBroken of(RequirementResult result, RunResult run, HtmlExchanges exchanges) {
        Optional<Reproduction> script = Reproduction.of(result, run);
        List<Finding> broken = result.findings().stream()
                .filter(finding -> finding.broken() && !finding.known())
                .toList();
        Optional<Finding> first = broken.stream().findFirst();
        String caseId = first.map(Finding::caseId).orElse("");
        List<String> others = broken.stream()
                .map(Finding::caseId)
                .distinct()
                .filter(other -> !other.isEmpty() && !other.equals(caseId))
                .toList();
        return new HtmlBroken(
                result.requirement().id(),
                result.requirement().statement(),
                result.level().name(),
                result.verdict().word(),
                sources(result),
                result.judged(),
                result.broken(),
                first.map(Finding::expected).orElse(""),
                first.map(Finding::actual).orElse(""),
                first.map(Finding::message).orElse(""),
                caseId,
                first
                        .flatMap(finding ->
                                exchanges.deciding(finding, result.requirement().statement()))
                        .stream()
                        .toList(),
                result.requirement().lookAt(),
                "./bits-conformance reproduce FOLDER " + result.requirement().id(),
                script.map(Reproduction::place).orElse(""),
                script.map(Reproduction::text)
                        .filter(text -> text.length() <= LONGEST_SCRIPT)
                        .orElse(""),
                others.stream().limit(MOST_OTHERS).toList(),
                Math.max(0, others.size() - MOST_OTHERS));
    }

    private static List<HtmlSource> sources(RequirementResult result) {
        return result.requirement().sources().stream()
                .map(source -> new HtmlSource(source.citation(), source.level().name(), source.url()))
                .distinct()
                .toList();
    }
}
