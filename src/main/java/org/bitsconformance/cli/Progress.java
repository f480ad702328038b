package org.bitsconformance.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.bitsconformance.result.CaseResult;

/**
 * Shows how far a run has come: on a terminal a line that is written over, with a bar, the rate, the time left and the case
 * that ended last; a line for each case elsewhere, where lines are kept. It has no colours, so {@code NO_COLOR} changes
 * nothing. Libraries for this bring a terminal library, a thread and a clock of their own; this is all that is needed.
 */
final class Progress {

    private static final int WIDTH = 79;
    private static final int BAR = 20;

    private final PrintWriter console;
    private final boolean terminal;
    private final Pace pace;
    private int expected;
    private int ended;

    /**
     * Progress on a console.
     *
     * @param nanos the time, in nanoseconds from anywhere
     */
    Progress(PrintWriter console, boolean terminal, LongSupplier nanos) {
        this.console = console;
        this.terminal = terminal;
        this.pace = new Pace(nanos);
    }

    static Progress on(PrintWriter console) {
        return new Progress(console, isTerminal() && !"dumb".equals(System.getenv("TERM")), System::nanoTime);
    }

    /** One line a case, as for a pipe. */
    static Progress plain(PrintWriter console) {
        return new Progress(console, false, System::nanoTime);
    }

    void expect(int cases) {
        expected = cases;
    }

    synchronized void caseEnded(CaseResult result) {
        ended++;
        pace.ended();
        String count = ended + "/" + expected;
        if (terminal) {
            String line = "[" + bar() + "] " + count + pace.shown(expected - ended) + "  " + result.id();
            String shown = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
            console.print("\r" + shown + " ".repeat(WIDTH - shown.length()));
        } else {
            console.println("%7s  %-10s  %s".formatted(count, result.verdict().word(), result.id()));
        }
        console.flush();
    }

    /** Wipes the line, so that what follows begins on an empty one. */
    synchronized void end() {
        if (terminal) {
            console.print("\r" + " ".repeat(WIDTH) + "\r");
            console.flush();
        }
    }

    private String bar() {
        int full = expected <= 0 ? 0 : Math.min(BAR, BAR * ended / expected);
        return "#".repeat(full) + ".".repeat(BAR - full);
    }

    /** Newer platforms give a console even without a terminal, and a method that tells the two apart. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
