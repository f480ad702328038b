package org.bitsconformance.cli;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * The result of driving a requirement again.
 *
 * @param outcome whether it still breaks
 * @param sentence for the console, on one line
 */
record Reproduced(Outcome outcome, String sentence) {

    /** What a requirement that was broken does now. */
    enum Outcome {
        STILL_BREAKS,
        NO_LONGER_BREAKS,
        NOT_JUDGED
    }

    /**
     * The result of a requirement in a run.
     *
     * @throws UsageException when this version of the suite has no such requirement
     */
    static Reproduced of(String id, RunResult result) {
        RequirementResult came = result.requirements().stream()
                .filter(one -> one.requirement().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UsageException("this version of the suite does not judge " + id));
        Optional<Finding> broken =
                came.findings().stream().filter(Finding::broken).findFirst();
        if (broken.isPresent()) {
            return new Reproduced(Outcome.STILL_BREAKS, stillBreaks(id, broken.get()));
        }
        if (came.verdict() == Verdict.INCOMPLETE || came.judged() == 0) {
            String why = result.probed().diagnosis().orElse(came.reason());
            return new Reproduced(Outcome.NOT_JUDGED, "could not be judged: " + id + ": " + oneLine(why));
        }
        return new Reproduced(
                Outcome.NO_LONGER_BREAKS, "no longer breaks: " + id + " (judged " + came.judged() + " times)");
    }

    /** The exit code for several: 1 if one still breaks, else 3 if one could not be judged, else 0. */
    static int exitCode(List<Reproduced> all) {
        if (all.stream().anyMatch(one -> one.outcome() == Outcome.STILL_BREAKS)) {
            return 1;
        }
        return all.stream().anyMatch(one -> one.outcome() == Outcome.NOT_JUDGED) ? Main.INCOMPLETE : 0;
    }

    private static String stillBreaks(String id, Finding finding) {
        String seen = finding.expected().isEmpty() && finding.actual().isEmpty()
                ? Excerpt.of(finding.message())
                : "expected " + oneLine(finding.expected()) + ", actual " + Excerpt.of(finding.actual());
        String unstable = finding.verdict() == Verdict.UNSTABLE ? ", but not every time" : "";
        return "still breaks" + unstable + ": " + id + ": " + seen + " (" + finding.caseId() + ")";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
