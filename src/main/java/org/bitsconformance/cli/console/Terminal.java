package org.bitsconformance.cli.console;

import java.io.Console;
import picocli.CommandLine.Help.Ansi;

/** What standard output is connected to. */
public final class Terminal {

    private Terminal() {}

    /** Whether it is a terminal on which a line can be rewritten. */
    public static boolean isThere() {
        return isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }

    /** Colours on a terminal that shows them, unless the user asks for none, as with {@code NO_COLOR}; otherwise none. */
    public static Ansi colours() {
        return isThere() && Ansi.AUTO.enabled() ? Ansi.ON : Ansi.OFF;
    }

    /** Newer platforms give a console even without a terminal, and a method to distinguish the two. */
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
