package org.bitsconformance.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options about known failures, of the commands that drive a server. */
final class BaselineOptions {

    @Mixin
    private JudgingOptions.Known known;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Writes the failures of this run as a baseline.")
    private Optional<String> writeBaseline = Optional.empty();

    /** A file of known failures. */
    Optional<String> baseline() {
        return known.baseline();
    }

    /** Where to write the failures of the run. */
    Optional<String> writeBaseline() {
        return writeBaseline;
    }
}
