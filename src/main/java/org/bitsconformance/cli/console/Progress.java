package org.bitsconformance.cli.console;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Verdict;

/**
 * Shows the progress of a run. On a terminal it rewrites one line, with a bar, the rate, the time left and the case
 * that ended last. Otherwise it prints a line for each scenario and for each case that neither passed nor was skipped;
 * with --verbose, for each case. Progress bar libraries bring a terminal library, a thread and a clock; this class is
 * enough.
 */
public final class Progress {

    private static final int WIDTH = 79;
    private static final int BAR = 20;
    private static final long BETWEEN_LINES = 200_000_000;

    /** What to show. */
    public enum Form {
        /** One line that is rewritten. */
        BAR,
        /** A line for each scenario, and for each case that neither passed nor was skipped. */
        SCENARIOS,
        /** Only a line for each scenario. */
        SCENARIOS_ALONE,
        /** A line for each case. */
        CASES
    }

    private final PrintWriter console;
    private final Form form;
    private final LongSupplier nanos;
    private final Pace pace;
    private final Map<String, Integer> expectedOf = new HashMap<>();
    private final Map<String, Integer> endedOf = new HashMap<>();
    private final Map<String, Verdict> worstOf = new HashMap<>();
    private int expected;
    private int ended;
    private String goesOn = "";
    private long goesOnSince;
    private long goesOnFrom;
    private long goesOnDone;
    private long goesOnShown;

    /**
     * Progress on a console.
     *
     * @param nanos a clock, in nanoseconds from any origin
     */
    public Progress(PrintWriter console, Form form, LongSupplier nanos) {
        this.console = console;
        this.form = form;
        this.nanos = nanos;
        this.pace = new Pace(nanos);
        this.goesOnShown = nanos.getAsLong() - BETWEEN_LINES;
    }

    /** The form that suits standard output; {@code verbose} asks for a line for each case. */
    public static Progress on(PrintWriter console, boolean verbose) {
        Form form = verbose ? Form.CASES : Terminal.isThere() ? Form.BAR : Form.SCENARIOS;
        return new Progress(console, form, System::nanoTime);
    }

    /** A line for each scenario, as for a pipe. */
    public static Progress plain(PrintWriter console) {
        return new Progress(console, Form.SCENARIOS, System::nanoTime);
    }

    /** Only a line for each scenario, for a console on which something else lists the failures. */
    public static Progress ofScenarios(PrintWriter console) {
        return new Progress(console, Form.SCENARIOS_ALONE, System::nanoTime);
    }

    /** Sets how many cases of each scenario to expect. */
    public void expect(Map<String, Integer> casesOfScenarios) {
        expectedOf.putAll(casesOfScenarios);
        expected =
                casesOfScenarios.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Shows that a case has ended, and how. */
    public synchronized void caseEnded(CaseResult result) {
        ended++;
        pace.ended();
        switch (form) {
            case BAR -> bar(result);
            case CASES -> line(result);
            case SCENARIOS_ALONE -> scenario(result, false);
            case SCENARIOS -> {
                boolean tells = result.verdict() != Verdict.PASS && result.verdict() != Verdict.SKIP;
                if (tells) {
                    line(result);
                }
                scenario(result, tells);
            }
        }
        console.flush();
    }

    /** Shows the progress of a long case, in bytes; only on a terminal, and a few times a second. */
    public synchronized void caseGoesOn(String id, long done, long total) {
        long now = nanos.getAsLong();
        if (form != Form.BAR || now - goesOnShown < BETWEEN_LINES) {
            return;
        }
        if (!id.equals(goesOn) || done < goesOnDone) {
            goesOn = id;
            goesOnSince = now;
            goesOnFrom = done;
        }
        goesOnShown = now;
        goesOnDone = done;
        line("[" + filled(done, total) + "] " + count() + "  "
                + Amounts.of(done, total, done - goesOnFrom, now - goesOnSince) + "  " + id);
        console.flush();
    }

    /** Wipes the line, so that the next output begins on an empty one. */
    public synchronized void end() {
        if (form == Form.BAR) {
            console.print("\r" + " ".repeat(WIDTH) + "\r");
            console.flush();
        }
    }

    private void bar(CaseResult result) {
        line("[" + filled(ended, expected) + "] " + count() + pace.shown(expected - ended) + "  " + result.id());
    }

    private void line(String line) {
        String shown = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
        console.print("\r" + shown + " ".repeat(WIDTH - shown.length()));
    }

    private static String filled(long done, long all) {
        int full = all <= 0 ? 0 : (int) Math.min(BAR, BAR * done / all);
        return "#".repeat(full) + ".".repeat(BAR - full);
    }

    /** Prints a case, with the requirements that decide its verdict if it neither passed nor was skipped. */
    private void line(CaseResult result) {
        List<String> decisive = result.verdict() == Verdict.PASS || result.verdict() == Verdict.SKIP
                ? List.of()
                : result.decisive().stream()
                        .map(Finding::requirement)
                        .distinct()
                        .toList();
        line(
                result.verdict(),
                result.id() + decisive.stream().collect(Collectors.joining(", ", decisive.isEmpty() ? "" : "  ", "")));
    }

    /** Prints a scenario whose last case has ended, unless its only case has already been printed. */
    private void scenario(CaseResult last, boolean told) {
        String id = last.scenario();
        Verdict worst = worstOf.merge(id, last.verdict(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        int cases = expectedOf.getOrDefault(id, 0);
        if (endedOf.merge(id, 1, Integer::sum) == cases && !(cases == 1 && told)) {
            line(worst, id + (cases == 1 ? "" : "  (" + cases + " cases)"));
        }
    }

    private void line(Verdict verdict, String text) {
        console.println("%7s  %-10s  %s".formatted(count(), verdict.word(), text));
    }

    private String count() {
        return ended + "/" + expected;
    }
}
