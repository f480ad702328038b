package org.bitsconformance.junit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.observe.Observation;
import org.bitsconformance.observe.ObservationSettings;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.report.Reports;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.Baseline;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.RecordedRun;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.upload.ReceivedUpload;

/** The reference server behind a proxy that records what clients send. */
final class ObservedServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final ReferenceServer server;
    private final Observation observation;
    private final Optional<Path> reports;

    private ObservedServer(ReferenceServer server, Observation observation, Optional<Path> reports) {
        this.server = server;
        this.observation = observation;
        this.reports = reports;
    }

    /** Throws {@link UncheckedIOException} if the port is in use or the folder cannot be written. */
    static ObservedServer start(ReferenceOptions options, int port, Optional<Path> reports) {
        ReferenceServer server = ReferenceServer.start(options);
        try {
            Path out = reports.isPresent() ? reports.get() : Files.createTempDirectory("bits-clients-");
            ObservationSettings settings = new ObservationSettings(
                            new ObservationSettings.Entrance(HOST, port, Optional.empty()),
                            Target.at(server.uploadUrl().toString()),
                            out,
                            new RunHeader.Judging(Dialect.ANY, false, EnumSet.of(Side.CLIENT)))
                    .noting(resource -> options.settings()
                            .confronting()
                            .flatMap(any -> any.at(resource))
                            .map(id -> Map.of(SelectedCase.STIMULUS, id))
                            .orElse(Map.of()));
            return new ObservedServer(server, Observation.start(settings), reports);
        } catch (IOException e) {
            server.close();
            throw new UncheckedIOException("port " + port + ": " + e.getMessage(), e);
        }
    }

    URI url() {
        return observation.url();
    }

    List<ReceivedUpload> uploads() {
        return server.uploads();
    }

    boolean hasPackets() {
        return observation.numbers().packets() > 0;
    }

    /** What of the record so far breaks a requirement on clients. */
    List<ClientFinding> findings() {
        RunResult result = judge(observation.soFar());
        List<ClientFinding> findings = new ArrayList<>();
        for (RequirementResult judged : result.requirements()) {
            Requirement requirement = judged.requirement();
            Set<String> told = new LinkedHashSet<>();
            judged.findings().stream()
                    .filter(Finding::broken)
                    .filter(finding -> told.add(finding.message()))
                    .forEach(finding -> findings.add(new ClientFinding(
                            requirement.id(),
                            requirement.statement(),
                            requirement.citations(),
                            finding.message(),
                            finding.expected(),
                            finding.actual(),
                            finding.verdict() == Verdict.FAIL)));
        }
        findings.sort(Comparator.comparing(finding -> !finding.binding()));
        return findings;
    }

    private static RunResult judge(List<Event> events) {
        return new RecordedRun(events).judge(Optional.empty(), false, Baseline.NONE);
    }

    /** Stops listening, and writes the reports if there is a folder for them. */
    @Override
    public void close() {
        try {
            observation.close();
            if (reports.isPresent()) {
                Reports.write(judge(observation.soFar()), observation.out());
            } else {
                delete(observation.out());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server.close();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
