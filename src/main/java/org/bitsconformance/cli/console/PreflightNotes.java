package org.bitsconformance.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.transcript.Probed;

/** Prints what a user should know from the preflight before the first case; usually nothing. */
public final class PreflightNotes {

    private static final int WIDTH = 78;

    private PreflightNotes() {}

    /**
     * Runs the preflight, and prints what to know about the target. The end of the run says if it cannot be tested, and which
     * commands judge the rest.
     */
    public static void preflight(ConformanceRun run, PrintWriter console) {
        Probed probed = run.preflight();
        if (probed.diagnosis().isPresent()) {
            return;
        }
        List<String> notes = new ArrayList<>(probed.notices());
        run.rest().ifPresent(commands -> notes.removeIf(note -> note.endsWith(commands)));
        if (run.parallel().restrained()) {
            notes.add(run.parallel().follows());
        }
        notes.forEach(note -> Wrapped.lines("note: " + note, WIDTH).forEach(console::println));
        console.flush();
    }
}
