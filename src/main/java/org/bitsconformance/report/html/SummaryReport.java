package org.bitsconformance.report.html;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.machine.MachineSummary;
import org.bitsconformance.report.text.LoadText;
import org.bitsconformance.report.text.Markdown;
import org.bitsconformance.report.text.Times;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.ObservedUpload;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;

/**
 * Writes {@code summary.md}, which is short enough for the summary of a CI job or for a comment on a pull request. Text
 * from outside appears only as code spans.
 */
public final class SummaryReport {

    /** How many requirements are described in detail. */
    static final int MOST_BROKEN = 20;

    /** Maximum lines of a short list. */
    static final int MOST_LINES = 10;

    /** Maximum rows of the table of stimuli. */
    private static final int MOST_STIMULI = 150;

    private static final int MOST_IDS = 5;
    private static final int LONGEST_VALUE = 300;
    private static final int LONGEST_DIAGNOSIS = 1_000;

    private final StringBuilder page = new StringBuilder();
    private final ReportDocument report;
    private final RunResult result;
    private final Optional<Machine> machine;

    private SummaryReport(ReportDocument report, RunResult result, Optional<Machine> machine) {
        this.report = report;
        this.result = result;
        this.machine = machine;
    }

    /**
     * Writes the summary.
     *
     * @param report the document of the result
     */
    public static void write(ReportDocument report, RunResult result, Writer out) throws IOException {
        write(report, result, Optional.empty(), out);
    }

    /** The same with the learned state machine. */
    public static void write(ReportDocument report, RunResult result, Optional<Machine> machine, Writer out)
            throws IOException {
        out.write(new SummaryReport(report, result, machine).text());
    }

    private String text() {
        line("## " + Markdown.escaped(report.headline()));
        paragraph(value(result.verdictLine()));
        report.outcome().sides().forEach(side -> line("- " + value(side.sentence())));
        String diagnosis = report.diagnosis();
        if (!diagnosis.isEmpty()) {
            paragraph(Markdown.code(diagnosis, LONGEST_DIAGNOSIS));
        }
        result.probed().notices().forEach(notice -> paragraph("Note: " + Markdown.code(notice, LONGEST_DIAGNOSIS)));
        glance();
        causes();
        facts();
        counts();
        broken();
        unstable();
        stimuli();
        baseline();
        machine.map(MachineSummary::lines).ifPresent(lines -> lines.forEach(this::line));
        unjudged();
        paragraph("All of it is in `report.html`, in the same folder as this summary.");
        return page.toString();
    }

    /** What is broken, one line for each cause or requirement. */
    private void glance() {
        HtmlGlance glance = HtmlGlance.of(result);
        if (!glance.lines().isEmpty()) {
            line("");
            glance.lines()
                    .forEach(one -> line(
                            "- " + one.word() + " **" + one.id() + "**: " + value(one.found()) + ", " + one.share()));
            more(glance.more());
        }
    }

    private void causes() {
        heading("Causes", result.causes());
        result.causes().stream().limit(MOST_BROKEN).forEach(cause -> {
            line("- **" + cause.id() + "**: " + value(cause.title()));
            item("change", cause.change());
            line("  - explains: " + counted(cause.explains()));
            line("  - shown by: " + counted(cause.exchanges()));
        });
        more(result.causes().size() - MOST_BROKEN);
    }

    private void facts() {
        line("");
        line("- target: " + value(result.header().target().url()));
        line("- server says it is: "
                + result.probed().server().map(SummaryReport::value).orElse("nothing (no `Server` header)"));
        line("- plan: " + value(result.header().cases().planAndShard()));
        result.randomOrder().ifPresent(order -> line("- order: " + Markdown.escaped(order)));
        line("- dialect: asked `" + result.judgement().dialect().optionName() + "`, seen `" + result.observedDialect()
                + "`");
        result.loads().forEach(load -> {
            line("- uploads at once: " + Markdown.escaped(LoadText.amount(load)));
            line("- their speed: " + Markdown.escaped(LoadText.speed(load)));
        });
        line("- started: " + Times.moment(result.header().origin().startedAt()) + ", took "
                + Times.duration(result.run().durationMillis() * 1000));
    }

    private void counts() {
        Map<Verdict, Integer> requirements = result.requirementCounts();
        Map<Verdict, Integer> cases = result.caseCounts();
        line("");
        line("Judged: " + result.judgedRequirements() + " of "
                + result.requirements().size() + " requirements, in " + result.judgedCases() + " of "
                + result.cases().size() + " cases.");
        line("");
        line("| verdict | requirements | cases |");
        line("| --- | ---: | ---: |");
        for (Verdict verdict : Verdict.values()) {
            if (requirements.get(verdict) + cases.get(verdict) > 0) {
                line("| " + verdict.word() + " | " + requirements.get(verdict) + " | " + cases.get(verdict) + " |");
            }
        }
        line("| all | " + result.requirements().size() + " | " + result.cases().size() + " |");
    }

    private void broken() {
        List<RequirementResult> broken = result.broken().stream()
                .filter(one -> one.verdict() != Verdict.UNSTABLE && one.brokenUnknown())
                .toList();
        heading("Broken", broken);
        broken.stream().limit(MOST_BROKEN).forEach(this::broken);
        more(broken.size() - MOST_BROKEN);
    }

    private void broken(RequirementResult one) {
        Requirement requirement = one.requirement();
        Finding shown = one.decisive();
        line("- **" + requirement.id() + "** (" + one.verdict().word() + ", " + one.level() + ", broken " + one.broken()
                + " of " + one.judged() + "): "
                + (shown.message().isEmpty() ? Markdown.escaped(requirement.statement()) : value(shown.message())));
        item("expected", shown.expected());
        item("actual", shown.actual());
        line("  - asked: " + Markdown.escaped(requirement.statement()) + " Written in " + citations(requirement));
        if (result.seenInPassing(shown)) {
            line("  - seen in case " + value(shown.caseId()) + ", which tests something else");
        } else {
            item("example", shown.caseId());
        }
        line("  - look at: " + Markdown.escaped(one.lookAt()));
        result.causesOf(requirement.id()).forEach(cause -> line("  - cause: " + cause.id()));
    }

    private static String citations(Requirement requirement) {
        List<String> all = requirement.sources().stream()
                .map(source -> "[" + Markdown.escaped(source.citation()) + "](" + source.url() + ")")
                .distinct()
                .toList();
        String first = all.stream().limit(Requirement.SHORT).collect(Collectors.joining(", "));
        int more = all.size() - Requirement.SHORT;
        return more > 0 ? first + " and " + more + " more: `explain " + requirement.id() + "`" : first;
    }

    private void unstable() {
        List<RequirementResult> unstable = result.broken().stream()
                .filter(one -> one.verdict() == Verdict.UNSTABLE)
                .toList();
        heading("Unstable: broke once, and held when it was driven again", unstable);
        unstable.stream()
                .limit(MOST_LINES)
                .forEach(one -> line("- **" + one.requirement().id() + "**: "
                        + Markdown.escaped(one.requirement().statement()) + " First case: "
                        + value(one.decisive().caseId())));
        more(unstable.size() - MOST_LINES);
    }

    /** What each observed client did that was confronted with something. */
    private void stimuli() {
        List<CaseResult> met = result.cases().stream()
                .filter(one -> one.parameters().containsKey(SelectedCase.STIMULUS))
                .toList();
        heading("Stimuli", met);
        if (!met.isEmpty()) {
            line("| verdict | stimulus | right end | the client |");
            line("| --- | --- | --- | --- |");
        }
        met.stream()
                .limit(MOST_STIMULI)
                .forEach(one -> ObservedUpload.of(one)
                        .ifPresent(upload -> line("| " + one.verdict().word() + " | "
                                + upload.stimulus().map(Markdown::escaped).orElse("") + " | "
                                + upload.text().map(text -> text.end().words()).orElse("") + " | "
                                + Markdown.escaped(upload.did()) + " |")));
        more(met.size() - MOST_STIMULI);
    }

    private void baseline() {
        heading("Baseline", result.baseline());
        result.baseline().stream().limit(MOST_LINES).forEach(one -> line("- " + value(one.sentence())));
        more(result.baseline().size() - MOST_LINES);
    }

    private void unjudged() {
        List<HtmlUnjudged> unjudged = HtmlUnjudged.of(result);
        heading("Not judged", unjudged);
        unjudged.stream()
                .limit(MOST_LINES)
                .forEach(one -> line("- " + one.verdict() + ": " + value(one.reason()) + "."
                        + ids(" Requirements: ", one.requirements()) + ids(" Cases: ", one.cases())));
        more(unjudged.size() - MOST_LINES);
    }

    private static String ids(String lead, List<String> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        return lead + counted(ids) + ".";
    }

    private static String counted(List<String> ids) {
        String shown = ids.stream().limit(MOST_IDS).map(SummaryReport::value).collect(Collectors.joining(", "));
        return ids.size() > MOST_IDS ? shown + " and " + (ids.size() - MOST_IDS) + " more" : shown;
    }

    private void heading(String words, List<?> entries) {
        if (!entries.isEmpty()) {
            line("");
            line("### " + words);
            line("");
        }
    }

    private void item(String word, String text) {
        if (!text.isEmpty()) {
            line("  - " + word + ": " + value(text));
        }
    }

    private void more(int left) {
        if (left > 0) {
            line("- and " + left + " more");
        }
    }

    private void paragraph(String text) {
        line("");
        line(text);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String value(String text) {
        return Markdown.code(text, LONGEST_VALUE);
    }
}
