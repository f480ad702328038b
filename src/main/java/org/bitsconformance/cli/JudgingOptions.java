package org.bitsconformance.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options about the judgement and its reports, of the commands that judge what others sent. */
final class JudgingOptions {

    @Option(names = "--strict", description = "A broken SHOULD fails.")
    private boolean strict;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Known failures (YAML); see docs/baselines.md.")
    private Optional<String> baseline = Optional.empty();

    @Mixin
    private Out out;

    /** Where the reports of a command go. */
    static final class Out {

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Where the reports go; by default a new folder under reports.")
        private Optional<String> folder = Optional.empty();

        /** The folder; empty for a new one. */
        Optional<String> folder() {
            return folder;
        }
    }

    /** Whether a broken SHOULD fails. */
    boolean strict() {
        return strict;
    }

    /** A file of known failures. */
    Optional<String> baseline() {
        return baseline;
    }

    /** The folder of the reports; empty for a new one. */
    Optional<String> out() {
        return out.folder();
    }
}
