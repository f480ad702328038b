package org.bitsconformance.cli;

import java.io.PrintWriter;
import org.bitsconformance.observe.Tally;
import org.bitsconformance.result.Counted;

/** Shows on a terminal, in one line that is rewritten, how much has passed. */
final class ObserveProgress {

    private static final int WIDTH = 79;

    private final PrintWriter console;
    private final boolean terminal;
    private String last = "";

    ObserveProgress(PrintWriter console, boolean terminal) {
        this.console = console;
        this.terminal = terminal;
    }

    void show(Tally.Numbers now) {
        String line = Counted.of(now.uploads(), "upload") + ", " + Counted.of(now.packets(), "packet") + " of "
                + Counted.of(now.clients(), "client");
        if (terminal && !line.equals(last)) {
            last = line;
            console.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            console.flush();
        }
    }

    /** Wipes the line. */
    void end() {
        if (terminal) {
            console.print("\r" + " ".repeat(WIDTH) + "\r");
            console.flush();
        }
    }
}
