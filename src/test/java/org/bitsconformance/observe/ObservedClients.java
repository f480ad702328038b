package org.bitsconformance.observe;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.TestData;
import org.bitsconformance.reference.client.ClientConduct;
import org.bitsconformance.reference.client.ClientUpload;
import org.bitsconformance.reference.client.UploadJob;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.server.Protection.User;
import org.bitsconformance.reference.stimulus.Confronting;
import org.bitsconformance.result.Baseline;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.run.RecordedRun;
import org.bitsconformance.target.RequestSettings;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.UploadMode;
import org.bitsconformance.target.UploadSettings;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.bitsconformance.transcript.RecordReader;
import org.bitsconformance.transcript.RunHeader;

/** Many clients that upload to one reference server through one observation, which is judged at the end. */
public final class ObservedClients implements AutoCloseable {

    /** What clients upload. */
    public static final byte[] FILE = TestData.bytes(30_000).array();

    /** Where nothing unusual happens. */
    public static final String NO_STIMULUS = "none";

    /** The user whom the server knows. */
    public static final String CREDENTIALS = "observer:secret";

    private static final int AT_ONCE = 12;

    /** How long the proxy waits for an answer. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path folder;
    private final ReferenceServer server;
    private final Observation observation;
    private final ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    private final Map<String, Future<Seen>> running = new LinkedHashMap<>();

    /**
     * How a client ended.
     *
     * @param exitCode of its program
     * @param arrived what lies at the destination
     */
    public record Seen(int exitCode, Arrived arrived) {}

    /** Observes clients of a server that is right but for these faults. */
    public ObservedClients(Path folder, Dialect dialect, UploadMode mode, Fault... faults) {
        this.folder = folder;
        Document reading = dialect == Dialect.WIN32 ? Document.WIN32 : Document.MC_BUP;
        this.server = ReferenceServer.start(ReferenceOptions.conformant(reading)
                .withFaults(faults)
                .confronting(new Confronting(Optional.empty(), new User("observer", "secret", true))));
        try {
            this.observation = Observation.start(new ObservationSettings(
                    new ObservationSettings.Entrance("127.0.0.1", 0, Optional.empty()),
                    Target.at(server.uploadUrl().toString())
                            .with(new RequestSettings(List.of(), false, LIMIT))
                            .with(UploadSettings.USUAL.with(mode)),
                    folder,
                    new RunHeader.Judging(dialect, false, EnumSet.allOf(Side.class))));
        } catch (IOException e) {
            server.close();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Has a client upload the file, at the same time as others.
     *
     * @param name of the client, and of its case
     * @param stimulus that it meets
     * @param job what it is asked for, given its URL
     */
    public void start(String name, String stimulus, Job job, ClientConduct conduct) {
        String path = stimulus.equals(NO_STIMULUS)
                ? server.uploadUrl().getPath() + name + ".bin"
                : Confronting.path(stimulus, name + ".bin");
        observation.open(name, path, Map.of("client", name, "path", path));
        running.put(name, clients.submit(running(name, path, job, conduct)));
    }

    /** What a client is asked for. */
    @FunctionalInterface
    public interface Job {

        /** The job, given its URL. */
        UploadJob at(URI url);
    }

    private Callable<Seen> running(String name, String path, Job job, ClientConduct conduct) {
        return () -> {
            UploadJob asked = job.at(observation.url().resolve(path));
            int exitCode = ClientUpload.run(asked, conduct);
            observation.awaitQuiet(path);
            Arrived arrived =
                    UploadedFile.arrived(server.stored(server.uploadUrl().resolve(path)), asked.file());
            observation.record(new ClientEnded(name, OptionalInt.of(exitCode), arrived, true, observation.micros()));
            return new Seen(exitCode, arrived);
        };
    }

    /** Waits until all that were started have ended. */
    public Map<String, Seen> await() throws Exception {
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (Map.Entry<String, Future<Seen>> one : running.entrySet()) {
            seen.put(one.getKey(), one.getValue().get());
        }
        return seen;
    }

    /** Waits until all have ended, and judges them. */
    public Outcome judge() throws Exception {
        Map<String, Seen> seen = await();
        observation.close();
        RunResult result = new RecordedRun(RecordReader.read(folder.resolve("transcript")))
                .judge(Optional.empty(), false, Baseline.NONE);
        return new Outcome(result, seen);
    }

    /**
     * What was found.
     *
     * @param result of the observation
     * @param seen how each client ended, by name
     */
    public record Outcome(RunResult result, Map<String, Seen> seen) {

        /** Ids of the requirements on this side that are broken in the case of a client. */
        public Set<String> broken(String name, Side side) {
            return findings(name, side).stream()
                    .map(Finding::requirement)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** What is broken in the case of a client. */
        public List<Finding> findings(String name, Side side) {
            List<Finding> found = new ArrayList<>();
            result.requirements().stream()
                    .filter(one -> one.requirement().binds() == side)
                    .flatMap(one -> one.findings().stream())
                    .filter(finding -> finding.broken() && finding.caseId().equals(name))
                    .forEach(found::add);
            return found;
        }
    }

    @Override
    public void close() throws IOException {
        clients.shutdownNow();
        observation.close();
        server.close();
    }
}
