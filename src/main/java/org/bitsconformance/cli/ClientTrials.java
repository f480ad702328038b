package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.observe.ClientCommand;
import org.bitsconformance.observe.ClientTrial;
import org.bitsconformance.observe.ClientTrial.Outcome;
import org.bitsconformance.observe.ConfrontingServer;
import org.bitsconformance.observe.Observation;
import org.bitsconformance.observe.UploadedFile;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.Counted;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.run.UsageException;

/** Runs the client of {@code observe -- COMMAND} against one stimulus after the other, and prints a line for each. */
final class ClientTrials {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private final ClientCommand program;
    private final ClientOptions options;
    private final List<String> stimuli;
    private final PrintWriter console;

    ClientTrials(ClientCommand program, ClientOptions options, PrintWriter console) {
        this.program = program;
        this.options = options;
        this.stimuli = options.selected();
        this.console = console;
    }

    /** Ids of the cases, one for each stimulus. */
    List<String> cases() {
        return stimuli.stream().map(SelectedCase::ofStimulus).toList();
    }

    /** Runs the client until all stimuli were met, or the observation was stopped. */
    void run(Observation observation, ReferenceServer server) throws InterruptedException {
        console.println("client:       " + program.name() + ", " + stimuli.size()
                + (stimuli.size() == 1 ? " stimulus" : " stimuli"));
        console.flush();
        try (UploadedFile file = UploadedFile.in(TEMPORARY, options.size())) {
            ClientTrial trial = new ClientTrial(observation, stored(server), program, file, options.settings());
            for (String stimulus : stimuli) {
                if (!observation.isStopped()) {
                    Outcome outcome = meet(trial, stimulus);
                    console.println("%-26s  %s".formatted(stimulus, sentence(outcome)));
                    console.flush();
                }
            }
        }
    }

    private static Outcome meet(ClientTrial trial, String stimulus) throws InterruptedException {
        try {
            return trial.meet(stimulus);
        } catch (ClientCommand.NotStarted e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static String sentence(Outcome outcome) {
        String end = outcome.ended().exitCode().isPresent()
                ? "exit " + outcome.ended().exitCode().getAsInt()
                : "killed";
        String arrived = switch (outcome.arrived()) {
            case COMPLETE -> "the file arrived";
            case NOTHING -> "nothing arrived";
            case PARTIAL -> "a part of the file arrived";
            case DIFFERENT -> "other bytes arrived";
        };
        int left = outcome.ended().leftRunning();
        return end + ", " + arrived + " (" + Counted.of(outcome.packets(), "packet") + ")"
                + (outcome.confronted() ? "" : "; ended before it happened")
                + (left == 0 ? "" : "; " + Counted.of(left, "program") + " left running, killed");
    }

    private static ConfrontingServer stored(ReferenceServer server) {
        return new ConfrontingServer() {
            @Override
            public String path(String stimulus, String name) {
                return server.stimulusUrl(stimulus, name).getRawPath();
            }

            @Override
            public Optional<byte[]> stored(String path) {
                return server.stored(server.uploadUrl().resolve(path));
            }

            @Override
            public boolean hasConfronted(String path) {
                return server.hasConfronted(server.uploadUrl().resolve(path));
            }
        };
    }
}
