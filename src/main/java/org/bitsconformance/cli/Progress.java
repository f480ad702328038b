package org.bitsconformance.cli;

import java.io.Console;
import java.io.PrintWriter;
import org.bitsconformance.result.CaseResult;

/** Shows how far a run has come: one line that is written over on a terminal, a line for each case elsewhere. */
final class Progress {

    private static final int WIDTH = 79;

    private final PrintWriter console;
    private final boolean terminal;
    private int expected;
    private int ended;

    Progress(PrintWriter console, boolean terminal) {
        this.console = console;
        this.terminal = terminal;
    }

    static Progress on(PrintWriter console) {
        return new Progress(console, isTerminal());
    }

    void expect(int cases) {
        expected = cases;
    }

    synchronized void caseEnded(CaseResult result) {
        ended++;
        String count = ended + "/" + expected;
        if (terminal) {
            String line = "[" + count + "] " + result.id();
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
