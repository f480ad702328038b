package org.bitsconformance.report.html;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.document.RequirementReport;
import org.bitsconformance.report.html.HtmlExchanges.HtmlExchange;
import org.bitsconformance.report.reproduce.Reproduction;
import org.bitsconformance.report.reproduce.ScriptText;
import org.bitsconformance.report.text.TemplatePage;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;

/**
 * A requirement that was found broken, with the first of the worst findings.
 *
 * @param shown the finding
 * @param inPassing whether the case tests something else
 * @param exchange the deciding one; empty if there is none
 * @param lookAt where in the server to look
 * @param reproduction how to reproduce it
 * @param otherCases more cases in which it was broken
 */
record HtmlBroken(
        RequirementReport entry,
        Finding shown,
        boolean inPassing,
        Optional<HtmlExchange> exchange,
        String lookAt,
        HowTo reproduction,
        List<String> otherCases) {

    /** For a longer script, the page shows only where it is. */
    private static final int LONGEST_SCRIPT = TemplatePage.LONGEST_TEXT;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./\\\\:-]+");

    /**
     * How to reproduce it.
     *
     * @param command drives and judges it again; empty if nothing could be driven
     * @param script where to find a script that shows it without the suite; empty for none
     * @param text of the script; empty if there is none, or it is long
     */
    record HowTo(String command, String script, String text) {}

    static HtmlBroken of(
            RequirementResult result, ReportDocument report, RunResult run, HtmlExchanges exchanges, Path folder) {
        Finding shown = result.decisive();
        Optional<Reproduction> script = Reproduction.of(result, run);
        return new HtmlBroken(
                report.requirement(result.requirement().id()).orElseThrow(),
                shown,
                run.seenInPassing(shown),
                exchanges.deciding(shown),
                result.lookAt(),
                new HowTo(
                        command(result, run, folder),
                        script.map(Reproduction::place).orElse(""),
                        script.map(Reproduction::text)
                                .filter(text -> text.length() <= LONGEST_SCRIPT)
                                .orElse("")),
                result.findings().stream()
                        .filter(finding -> finding.broken() && !finding.known())
                        .map(Finding::caseId)
                        .distinct()
                        .filter(other -> !other.isEmpty() && !other.equals(shown.caseId()))
                        .toList());
    }

    /** The command; empty for a capture or the run as a whole, which have no case to drive again. */
    private static String command(RequirementResult result, RunResult run, Path folder) {
        boolean inCase = result.findings().stream()
                .anyMatch(finding -> finding.broken() && !finding.caseId().isEmpty());
        return !inCase || run.header().foreign()
                ? ""
                : "./bits-conformance reproduce " + word(folder) + " "
                        + result.requirement().id();
    }

    /** The folder as one shell word. */
    private static String word(Path folder) {
        String name = folder.toString();
        return PLAIN.matcher(name).matches() ? name : ScriptText.shell(name);
    }
}
