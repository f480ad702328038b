package org.bitsconformance.observe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bitsconformance.requirement.StimulusText;
import org.bitsconformance.requirement.StimulusText.End;
import org.bitsconformance.requirement.StimulusTexts;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.run.OutputException;
import org.bitsconformance.run.UnwritableFolder;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.bitsconformance.transcript.http.SecretFields;

/**
 * Runs a client program against one stimulus after the other, each in a case of its own, and records how it ended and
 * what has arrived.
 *
 * @param file that it uploads
 * @param settings of each run
 */
public record ClientTrial(
        Observation observation,
        ConfrontingServer server,
        ClientCommand program,
        UploadedFile file,
        Settings settings) {

    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)(\\b(?:proxy-)?authorization\\b[\"']?[ \\t]*:[ \\t]*)[^\r\n]+");

    /** Folder within that of the reports, with what the program printed. */
    public static final String OUTPUT = "client-output";

    private static final String NAME = "upload.bin";

    /** The stimulus that is none. */
    private static final String NOTHING = "none";

    /**
     * The settings of each run.
     *
     * @param limit how long a run may take
     * @param user name that the server wants where a stimulus asks for credentials
     * @param password of that user
     */
    public record Settings(Duration limit, String user, String password) {

        @Override
        public String toString() {
            return "Settings[" + limit + ", " + user + "]";
        }
    }

    /**
     * A run of the program.
     *
     * @param ended how it ended; empty output if there was none
     * @param confronted whether the stimulus happened before its end
     * @param packets how many packets it sent
     */
    public record Outcome(ClientRun.Ended ended, Arrived arrived, boolean confronted, long packets) {}

    /**
     * Runs the program against a stimulus that the suite knows.
     *
     * @throws ClientCommand.NotStarted when it cannot be started
     * @throws OutputException when its output cannot be written
     */
    public Outcome meet(String stimulus) throws ClientCommand.NotStarted, InterruptedException {
        StimulusText text = StimulusTexts.load().find(stimulus).orElseThrow();
        String path = server.path(stimulus, NAME);
        String id = SelectedCase.ofStimulus(stimulus);
        observation.open(id, path, parameters(stimulus, path));
        long before = observation.numbers().packets();
        ClientRun.Ended ended = ClientRun.of(words(path), settings.limit, observation::isStopped);
        observation.awaitQuiet(path);
        Arrived arrived = file.arrived(server.stored(path));
        boolean confronted = stimulus.equals(NOTHING) || server.hasConfronted(path);
        observation.record(new ClientEnded(id, ended.exitCode(), arrived, confronted, observation.micros()));
        observation.close(path, lack(ended, arrived, text));
        keep(stimulus, ended.output());
        long packets = observation.numbers().packets() - before;
        return new Outcome(ended, arrived, confronted, packets);
    }

    private Map<String, String> parameters(String stimulus, String path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(SelectedCase.CLIENT, program.name());
        parameters.put("path", path);
        parameters.put(SelectedCase.STIMULUS, stimulus);
        return parameters;
    }

    private List<String> words(String path) {
        return program.with(new ClientCommand.Values(
                observation.url().resolve(path).toString(),
                file.path(),
                file.size(),
                settings.user,
                settings.password));
    }

    /** What keeps a case from being whole; empty if nothing does. Where a client may try for ever, it may be killed. */
    private String lack(ClientRun.Ended ended, Arrived arrived, StimulusText text) {
        if (ended.exitCode().isPresent()) {
            return "";
        }
        if (observation.isStopped()) {
            return "the observation was stopped while the client ran";
        }
        return text.end() == End.ARRIVES && arrived != Arrived.COMPLETE
                ? "the client was killed after " + settings.limit.toMillis() + " ms, before the file had arrived"
                : "";
    }

    /** Programs print headers after a mark of their own, and the password is secret however short it is. */
    private String masked(String output) {
        byte[] pair = (settings.user + ":" + settings.password).getBytes(StandardCharsets.UTF_8);
        return AUTHORIZATION
                .matcher(output)
                .replaceAll("$1" + SecretFields.MASK)
                .replace(Base64.getEncoder().encodeToString(pair), SecretFields.MASK)
                .replace(settings.password, SecretFields.MASK);
    }

    private void keep(String stimulus, String output) {
        if (output.isBlank()) {
            return;
        }
        try {
            Path folder = Files.createDirectories(observation.out().resolve(OUTPUT));
            Files.writeString(folder.resolve(stimulus + ".txt"), masked(output));
        } catch (IOException e) {
            throw new OutputException(UnwritableFolder.words(observation.out(), e));
        }
    }
}
