package org.bitsconformance.cli;

import java.io.Console;
import picocli.CommandLine.Help.Ansi;

/** What standard output leads to. */
final class Terminal {

    private Terminal() {}

    /** Whether it is a terminal on which a line can be written over. */
    static boolean isThere() {
        return isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }

    /** Colours where a terminal shows them and nobody asks for none, as {@code NO_COLOR} does; none elsewhere. */
    static Ansi colours() {
        return isThere() && Ansi.AUTO.enabled() ? Ansi.ON : Ansi.OFF;
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
