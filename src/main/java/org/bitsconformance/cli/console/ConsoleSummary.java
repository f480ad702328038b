package org.bitsconformance.cli.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitsconformance.report.reproduce.Reproduction;
import org.bitsconformance.report.text.LoadText;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.Counted;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Incomplete;
import org.bitsconformance.result.KnownFailureResult;
import org.bitsconformance.result.KnownFailureResult.Fate;
import org.bitsconformance.result.Load;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.SlowAnswer;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.http.Excerpt;
import picocli.CommandLine.Help.Ansi;

/** Prints the result of a run: the causes, what is broken, what was not judged, and the verdict last. */
public final class ConsoleSummary {

    private static final int WIDTH = 78;
    private static final int MOST_INCOMPLETE = 5;
    private static final int MOST_EXCHANGES = 3;
    private static final int LONGEST = 500;

    private final PrintWriter console;
    private final Ansi colours;
    private final Optional<String> first;
    private final boolean reportLast;

    /** Without colours. */
    public ConsoleSummary(PrintWriter console) {
        this(console, Ansi.OFF);
    }

    /** Prints there, in these colours. */
    public ConsoleSummary(PrintWriter console, Ansi colours) {
        this(console, colours, Optional.empty(), false);
    }

    private ConsoleSummary(PrintWriter console, Ansi colours, Optional<String> first, boolean reportLast) {
        this.console = console;
        this.colours = colours;
        this.first = first;
        this.reportLast = reportLast;
    }

    /** A copy that describes one requirement in detail, and other broken ones in one line. */
    public ConsoleSummary about(String requirement) {
        return new ConsoleSummary(console, colours, Optional.of(requirement), reportLast);
    }

    /** A copy that prints the path of the report after the verdict, for a console that continues after it. */
    public ConsoleSummary withReportLast() {
        return new ConsoleSummary(console, colours, first, true);
    }

    /** Prints the summary of a run; {@code folder} has its reports. */
    public void print(RunResult result, Path folder) {
        print(result, folder, List.of());
    }

    /** Prints the result, with notes between the findings and their totals. */
    public void print(RunResult result, Path folder, List<String> notes) {
        result.probed().diagnosis().ifPresentOrElse(this::paragraph, () -> details(result, folder));
        notes.forEach(note -> paragraph("note: " + note));
        slow(result);
        if (result.probed().diagnosis().isEmpty()) {
            console.println("requirements: " + counts(result.requirementCounts()));
            console.println("cases:        " + counts(result.caseCounts()));
        }
        result.loads().forEach(this::load);
        result.randomOrder().ifPresent(order -> console.println("order:        " + order));
        String report = "report:       " + folder.resolve("report.html");
        if (reportLast) {
            verdict(result);
            console.println(report);
        } else {
            console.println(report);
            verdict(result);
        }
        console.flush();
    }

    private void details(RunResult result, Path folder) {
        result.causes().forEach(this::cause);
        result.broken().stream()
                .filter(one ->
                        first.isEmpty() || first.get().equals(one.requirement().id()))
                .forEach(one -> broken(one, result, script(one, folder)));
        others(result);
        incomplete(result.incomplete());
        baseline(result);
    }

    /** The other broken requirements, if one is described in detail. */
    private void others(RunResult result) {
        List<String> others = result.broken().stream()
                .map(one -> one.requirement().id())
                .filter(id -> first.isPresent() && !first.get().equals(id))
                .toList();
        if (!others.isEmpty()) {
            console.println("also broken:  " + String.join(", ", others));
        }
    }

    private void verdict(RunResult result) {
        String word = result.verdict().word();
        String style = switch (result.verdict()) {
            case CONFORMANT -> "bold,green";
            case NONCONFORMANT -> "bold,red";
            case INCOMPLETE -> "bold,magenta";
        };
        result.judgement().sides().forEach(side -> console.println(Excerpt.of(side.sentence(), LONGEST)));
        String lead = "verdict: " + word;
        console.println(
                "verdict: " + painted(style, word) + result.verdictLine().substring(lead.length()));
    }

    /** {@code words} must contain no text from outside. */
    private String painted(String style, String words) {
        return colours.string("@|" + style + " " + words + "|@");
    }

    private String painted(Verdict verdict) {
        String style = switch (verdict) {
            case FAIL -> "bold,red";
            case UNSTABLE, WARN -> "bold,yellow";
            case INCOMPLETE -> "bold,magenta";
            case KNOWN, INFO, PASS, SKIP -> "bold";
        };
        return painted(style, verdict.word().toUpperCase(Locale.ROOT));
    }

    private void cause(Cause cause) {
        paragraph("bold", "CAUSE", " " + cause.id() + ": " + Excerpt.of(cause.title(), LONGEST));
        indented("change      ", Excerpt.of(cause.change(), LONGEST));
        indented("explains    ", String.join(", ", cause.explains()));
        indented("shown by    ", shown(cause.exchanges()));
        console.println();
    }

    private static String shown(List<String> exchanges) {
        String first = exchanges.stream().limit(MOST_EXCHANGES).collect(Collectors.joining(", "));
        int more = exchanges.size() - MOST_EXCHANGES;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** The first of each kind. */
    private void incomplete(List<Incomplete> kinds) {
        kinds.stream().limit(MOST_INCOMPLETE).forEach(one -> paragraph("magenta", "incomplete", ": " + one.sentence()));
        int more = kinds.size() - MOST_INCOMPLETE;
        if (more > 0) {
            paragraph("incomplete: " + Counted.of(more, "more reason") + ", in the report");
        }
    }

    /** The known failures, one paragraph per entry; entries that the plan does not select share one. */
    private void baseline(RunResult result) {
        result.baseline(Fate.STALE).forEach(one -> paragraph("bold,red", "STALE", " " + one.sentence()));
        result.baseline(Fate.SEEN)
                .forEach(one -> paragraph(
                        one.sentence() + " (seen " + Counted.of(one.findings().size(), "time") + ")"));
        result.baseline(Fate.NOT_JUDGED).forEach(one -> paragraph(one.sentence()));
        List<KnownFailureResult> others = result.baseline(Fate.NOT_SELECTED);
        if (!others.isEmpty()) {
            paragraph(others.stream()
                    .map(one -> one.entry().subject() + " (" + one.entry().place() + ")")
                    .collect(Collectors.joining(", ", "known, but not selected by this plan: ", "")));
        }
    }

    private void broken(RequirementResult result, RunResult run, Optional<Path> script) {
        Finding first = result.decisive();
        Requirement requirement = result.requirement();
        console.println(painted(result.verdict()) + " " + requirement.id() + "  (" + result.level() + ", broken "
                + result.broken() + " of " + result.judged() + ")");
        indented("", first.message().isEmpty() ? requirement.statement() : Excerpt.of(first.message(), LONGEST));
        indented("expected    ", first.expected());
        indented("actual      ", Excerpt.of(first.actual()));
        indented("written in  ", requirement.shortCitations());
        if (run.seenInPassing(first)) {
            indented("seen in     ", first.caseId() + ", which tests something else");
        } else {
            indented("in case     ", first.caseId());
        }
        indented("look at     ", result.lookAt());
        run.causesOf(requirement.id()).forEach(cause -> indented("cause       ", cause.id()));
        script.ifPresent(file -> console.println("  reproduce   " + file));
        console.println();
    }

    private void load(Load load) {
        column("at once:      ", LoadText.amount(load));
        column("              ", LoadText.speed(load));
    }

    private void column(String label, String text) {
        String lead = label;
        for (String line : Wrapped.lines(text, WIDTH - label.length())) {
            console.println(lead + line);
            lead = " ".repeat(label.length());
        }
    }

    /** The script that was written for a requirement. */
    private static Optional<Path> script(RequirementResult result, Path folder) {
        return Reproduction.written(folder, result.requirement().id());
    }

    private void slow(RunResult result) {
        List<SlowAnswer> slow = result.slowAnswers();
        if (!slow.isEmpty()) {
            paragraph("note: " + Counted.of(slow.size(), "answer")
                    + " took over half of the time limit of "
                    + result.header().target().timeoutMillis() + " ms; the slowest "
                    + slow.get(0).millis() + " ms, in case " + slow.get(0).caseId());
        }
    }

    /** A paragraph whose first word is coloured. */
    private void paragraph(String style, String word, String rest) {
        List<String> lines = Wrapped.lines(word + rest, WIDTH);
        console.println(painted(style, word) + lines.get(0).substring(word.length()));
        lines.stream().skip(1).forEach(console::println);
    }

    private void paragraph(String text) {
        Wrapped.lines(text, WIDTH).forEach(console::println);
    }

    private void indented(String label, String text) {
        String margin = " ".repeat(label.length());
        String lead = label;
        for (String line : Wrapped.lines(text, WIDTH - 2 - label.length())) {
            console.println("  " + lead + line);
            lead = margin;
        }
    }

    private static String counts(Map<Verdict, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
    }
}
