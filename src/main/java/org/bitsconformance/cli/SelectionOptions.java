package org.bitsconformance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.machine.WordsFile;
import org.bitsconformance.plan.InvalidFileException;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Option;

/** Options that select scenarios. */
final class SelectionOptions {

    @Option(
            names = "--plan",
            paramLabel = "NAME|FILE",
            description =
                    "Test plan: full (default), smoke, wire, security, upload-reply, concurrent, large, history, or a file.")
    private Optional<String> plan = Optional.empty();

    @Option(
            names = "--only",
            paramLabel = "GLOB",
            split = ",",
            description = "Only scenarios whose id matches; repeatable, or separated by commas.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--skip",
            paramLabel = "GLOB",
            split = ",",
            description = "Leave out scenarios whose id matches; repeatable, or separated by commas.")
    private List<String> skip = new ArrayList<>();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "The I-th of N parts of the plan, such as 2/5; see merge.")
    private Optional<String> shard = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description = "Size of the upload in plan large, such as 10GiB; from 1 MiB, default 5 GiB.")
    private Optional<String> size = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the places at which the upload in plan large is interrupted; default 1.")
    private Optional<String> seed = Optional.empty();

    @Option(
            names = "--uploads",
            paramLabel = "N",
            description = "Uploads at the same time in plan concurrent, from 2 to 256; default 64.")
    private Optional<String> uploads = Optional.empty();

    @Option(
            names = "--words",
            paramLabel = "FILE",
            description = "Drives the words in a file of learn --keep instead of a plan.")
    private Optional<String> words = Optional.empty();

    /**
     * The words that take the place of a plan's cases; empty unless asked for.
     *
     * @throws UsageException when the file cannot be used, or a plan or scenarios are named as well
     */
    Optional<WordsFile> words() {
        if (words.isPresent() && (plan.isPresent() || !only.isEmpty() || !skip.isEmpty() || shard.isPresent())) {
            throw new UsageException(
                    "--words drives the words of a file alone: --plan, --only, --skip and --shard do not"
                            + " go with it");
        }
        try {
            return words.map(WordsFile::read);
        } catch (InvalidFileException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /**
     * The cases that they select.
     *
     * @throws UsageException when a glob matches no scenario
     */
    RunRequest.Cases cases() {
        return new RunRequest.Cases(
                plan,
                checked("--only", only),
                checked("--skip", skip),
                shard,
                new RunRequest.Scale(size, uploads, seed));
    }

    private static List<String> checked(String option, List<String> given) {
        List<String> globs = given.stream().map(String::strip).toList();
        if (!globs.isEmpty()) {
            KnownIds.checkScenarios(option, globs);
        }
        return globs;
    }
}
