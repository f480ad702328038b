package org.bitsconformance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bitsconformance.learn.LearningLimits;
import org.bitsconformance.machine.Alphabet;
import org.bitsconformance.machine.Alphabets;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.MachineFile;
import org.bitsconformance.plan.Durations;
import org.bitsconformance.plan.InvalidFileException;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.target.Quoted;
import picocli.CommandLine.Option;

/** The options of {@code learn} that control learning. */
final class LearnOptions {

    private static final int MOST_DEPTH = 5;
    private static final int DEFAULT_STATES = 100;
    private static final Duration DEFAULT_TIME = Duration.ofSeconds(60);

    @Option(
            names = "--alphabet",
            paramLabel = "NAME|FILE",
            description = "The abstract packets: small (default), full, or a file; see docs/learning.md.")
    private String alphabet = "small";

    @Option(
            names = "--depth",
            paramLabel = "K",
            description = "How many states more than those found are looked for: 0 to 5, default 1.")
    private Optional<String> depth = Optional.empty();

    @Option(
            names = "--budget",
            paramLabel = "PACKETS,TIME",
            description = "How much learning may send, and how long it may take, such as 20000,2m; one of them will do."
                    + " Default 60s.")
    private Optional<String> budget = Optional.empty();

    @Option(
            names = "--max-states",
            paramLabel = "N",
            description = "Learning ends when it finds more states than this; default 100.")
    private Optional<String> maxStates = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Writes the words that were driven, and those that show hidden memory, for run --words FILE.")
    private Optional<Path> keep = Optional.empty();

    @Option(
            names = "--same-as",
            paramLabel = "FILE",
            description = "A machine.json of an earlier time: exit code 1 if the machine is another now.")
    private Optional<Path> sameAs = Optional.empty();

    /**
     * The checked options.
     *
     * @param alphabet whose symbols make up the words
     * @param limits of learning
     * @param keep where to write the words that were driven
     * @param earlier the machine that is expected
     */
    record Checked(Alphabet alphabet, LearningLimits limits, Optional<Path> keep, Optional<Machine> earlier) {}

    /**
     * Checks them.
     *
     * @throws UsageException when one is wrong; the message is one line that names it
     */
    Checked checked() {
        long packets = Long.MAX_VALUE;
        Duration time = DEFAULT_TIME;
        for (String each : budget.map(text -> text.split(",", -1)).orElse(new String[0])) {
            String part = each.strip();
            if (part.matches("[0-9]+ *[a-z]+")) {
                time = RunPreparation.option("--budget", part, Durations::parse);
            } else {
                packets = RunPreparation.option("--budget", part, text -> number(text, 1, 999_999_999));
            }
        }
        int more = depth.map(String::strip)
                .map(text -> RunPreparation.option("--depth", text, one -> number(one, 0, MOST_DEPTH)))
                .orElse(1);
        int states = maxStates
                .map(String::strip)
                .map(text -> RunPreparation.option("--max-states", text, one -> number(one, 1, 9999)))
                .orElse(DEFAULT_STATES);
        return new Checked(
                loaded(), new LearningLimits(more, packets, time, states), keep, sameAs.map(LearnOptions::machine));
    }

    private static Machine machine(Path file) {
        try {
            return MachineFile.read(file);
        } catch (IOException e) {
            throw new UsageException("--same-as " + file + ": " + e.getMessage());
        }
    }

    private Alphabet loaded() {
        try {
            return Alphabets.load(alphabet);
        } catch (InvalidFileException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static int number(String text, int least, int most) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    "must be a whole number from " + least + " to " + most + ", not " + Quoted.text(text));
        }
        return Integer.parseInt(text);
    }
}
