package org.bitsconformance.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.drive.scenario.Scenario.Measure;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.plan.ByteSizes;
import org.bitsconformance.plan.Counts;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.target.Quoted;
import org.bitsconformance.transcript.Scale;

/**
 * The options that say how much is driven. An option that no selected scenario uses is refused, since it would do
 * nothing.
 */
final class ScaleOptions {

    /** The smallest large upload, in bytes. */
    private static final long SMALLEST = 1 << 20;

    private ScaleOptions() {}

    /**
     * How much is driven; empty if no selected scenario leaves that open.
     *
     * @throws UsageException when an option has no such value, or changes nothing
     */
    static Optional<Scale> of(RunRequest.Scale asked, List<SelectedCase> cases) {
        Set<Measure> open = cases.stream()
                .map(SelectedCase::scenario)
                .distinct()
                .flatMap(id -> Scenarios.find(id).stream())
                .flatMap(scenario -> scenario.scaled().stream())
                .collect(Collectors.toSet());
        long size = asked.size()
                .map(text -> RunPreparation.option("--size", text, ScaleOptions::size))
                .orElse(Scale.USUAL.size());
        int uploads = asked.uploads()
                .map(text -> RunPreparation.option("--uploads", text, Counts::parseUploads))
                .orElse(Scale.USUAL.uploads());
        long seed = asked.seed()
                .map(text -> RunPreparation.option("--seed", text, ScaleOptions::seed))
                .orElse(Scale.USUAL.seed());
        refuseIdle("--size", asked.size(), open.contains(Measure.SIZE), "large");
        refuseIdle("--uploads", asked.uploads(), open.contains(Measure.UPLOADS), "concurrent");
        refuseIdle("--seed", asked.seed(), open.contains(Measure.SIZE), "large");
        return open.isEmpty() ? Optional.empty() : Optional.of(new Scale(size, uploads, seed));
    }

    /** Parses a size; a large upload needs room for all its events. */
    private static long size(String text) {
        long size = ByteSizes.parse(text);
        if (size < SMALLEST) {
            throw new IllegalArgumentException("must be at least 1 MiB, not " + Quoted.text(text));
        }
        return size;
    }

    private static long seed(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("must be a whole number of at most 18 digits, not " + Quoted.text(text));
        }
        return Long.parseLong(text);
    }

    private static void refuseIdle(String option, Optional<String> value, boolean followed, String plan) {
        if (value.isPresent() && !followed) {
            throw new UsageException(option + " is for --plan " + plan + ": no selected scenario follows it");
        }
    }
}
