package org.bitsconformance.report.html;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.report.html.HtmlExchanges.HtmlExchange;
import org.bitsconformance.report.reproduce.Reproduction;
import org.bitsconformance.report.reproduce.ScriptText;
import org.bitsconformance.report.text.TemplatePage;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.transcript.har.HarReader;

/**
 * A requirement that was found broken, with the first of the worst findings.
 *
 * @param sources the first places where it is written
 * @param sourcesOmitted how many places more
 * @param caseId of the finding; empty when it is about the run
 * @param inPassing whether the case tests something else
 * @param exchange the deciding one; empty when there is none
 * @param causes ids of the causes that explain it; none where nothing does
 * @param command drives and judges it again; empty where nothing could be driven
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
        int sourcesOmitted,
        int judged,
        int broken,
        String expected,
        String actual,
        String message,
        String caseId,
        boolean inPassing,
        List<HtmlExchange> exchange,
        String lookAt,
        List<String> causes,
        String command,
        String script,
        String reproduce,
        List<String> otherCases,
        int othersOmitted) {

    static final int MOST_OTHERS = 12;

    /** Of a longer script the page has the place alone. */
    private static final int LONGEST_SCRIPT = TemplatePage.LONGEST_TEXT;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./\\\\:-]+");

    record HtmlSource(String citation, String level, String url) {}

    static HtmlBroken of(RequirementResult result, RunResult run, HtmlExchanges exchanges, Path folder) {
        Optional<Reproduction> script = Reproduction.of(result, run);
        List<Finding> broken = result.findings().stream()
                .filter(finding -> finding.broken() && !finding.known())
                .toList();
        Finding shown = result.decisive();
        String caseId = shown.caseId();
        List<HtmlSource> sources = sources(result);
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
                sources.stream().limit(Requirement.SHORT).toList(),
                Math.max(0, sources.size() - Requirement.SHORT),
                result.judged(),
                result.broken(),
                shown.expected(),
                shown.actual(),
                shown.message(),
                caseId,
                run.seenInPassing(shown),
                exchanges.deciding(shown, result.requirement().statement()).stream()
                        .toList(),
                result.lookAt(),
                run.causesOf(result.requirement().id()).stream().map(Cause::id).toList(),
                command(result, run, folder),
                script.map(Reproduction::place).orElse(""),
                script.map(Reproduction::text)
                        .filter(text -> text.length() <= LONGEST_SCRIPT)
                        .orElse(""),
                others.stream().limit(MOST_OTHERS).toList(),
                Math.max(0, others.size() - MOST_OTHERS));
    }

    /** What is seen in a capture, or in the run as a whole, is in no case that could be driven again. */
    private static String command(RequirementResult result, RunResult run, Path folder) {
        boolean inCase = result.findings().stream()
                .anyMatch(finding -> finding.broken() && !finding.caseId().isEmpty());
        return !inCase || run.header().cases().plan().equals(HarReader.CASE)
                ? ""
                : "./bits-conformance reproduce " + word(folder) + " "
                        + result.requirement().id();
    }

    /** The folder as a shell takes it for one word. */
    private static String word(Path folder) {
        String name = folder.toString();
        return PLAIN.matcher(name).matches() ? name : ScriptText.shell(name);
    }

    private static List<HtmlSource> sources(RequirementResult result) {
        return result.requirement().sources().stream()
                .map(source -> new HtmlSource(source.citation(), source.level().name(), source.url()))
                .distinct()
                .toList();
    }
}
