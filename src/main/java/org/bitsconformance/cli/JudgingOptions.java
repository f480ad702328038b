package org.bitsconformance.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options about the judgement and its reports: all for commands that judge what others sent, parts for the others. */
final class JudgingOptions {

    @Option(names = "--strict", description = "A broken SHOULD fails.")
    private boolean strict;

    @Mixin
    private Known known;

    @Mixin
    private Out out;

    /** Which document decides. */
    static final class Reading {

        @Option(
                names = "--dialect",
                paramLabel = "NAME",
                description = "Which document decides where they disagree: any (default), win32, mc-bup, windows.")
        private Optional<String> dialect = Optional.empty();

        /** The dialect; empty for any. */
        Optional<String> dialect() {
            return dialect;
        }
    }

    /** Which failures are known. */
    static final class Known {

        @Option(
                names = "--baseline",
                paramLabel = "FILE",
                description = "Known failures (YAML); see docs/baselines.md.")
        private Optional<String> baseline = Optional.empty();

        /** The file of known failures. */
        Optional<String> baseline() {
            return baseline;
        }
    }

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
        return known.baseline();
    }

    /** The folder of the reports; empty for a new one. */
    Optional<String> out() {
        return out.folder();
    }
}
