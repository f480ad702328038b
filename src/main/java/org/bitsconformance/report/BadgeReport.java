package org.bitsconformance.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.bitsconformance.report.text.AsciiJson;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;

/** Writes {@code badge.json}, which an endpoint badge of shields.io shows. */
final class BadgeReport {

    private static final int VERSION = 1;
    private static final String LABEL = "BITS conformance";

    private BadgeReport() {}

    /** The schema of an endpoint badge. */
    record Badge(int schemaVersion, String label, String message, String color) {}

    static void write(RunResult result, Writer out) throws IOException {
        AsciiJson.write(new Badge(VERSION, LABEL, message(result), color(result)), out);
    }

    private static String message(RunResult result) {
        return switch (result.verdict()) {
            case CONFORMANT -> {
                long known = result.requirementCounts().get(Verdict.KNOWN);
                yield known == 0 ? "conformant" : "conformant, " + known + " known";
            }
            case NONCONFORMANT -> {
                int broken = broken(result);
                yield broken == 0 ? "nonconformant" : broken + " broken, " + judged(result);
            }
            case INCOMPLETE -> result.judgedRequirements() == 0 ? "incomplete" : "incomplete, " + judged(result);
        };
    }

    private static String judged(RunResult result) {
        return result.judgedRequirements() + " of " + result.requirements().size() + " judged";
    }

    /** The number of failing and unstable requirements, including broken SHOULDs if they failed the run. */
    private static int broken(RunResult result) {
        Map<Verdict, Integer> counts = result.requirementCounts();
        int binding = counts.get(Verdict.FAIL) + counts.get(Verdict.UNSTABLE);
        return binding == 0 ? counts.get(Verdict.WARN) : binding;
    }

    private static String color(RunResult result) {
        return switch (result.verdict()) {
            case CONFORMANT -> "brightgreen";
            case NONCONFORMANT -> "red";
            case INCOMPLETE -> "orange";
        };
    }
}
