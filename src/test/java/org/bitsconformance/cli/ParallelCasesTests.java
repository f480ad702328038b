package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.innocent.Freedom;
import org.bitsconformance.innocent.InnocentServer;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.JUnitPlatformRun;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/**
 * Cases that are driven in parallel have the same results as one after the other, and are so only if the target allows
 * it.
 */
class ParallelCasesTests {

    private static final String SOME =
            "ping,create-session,create-content-name,upload-gap,overlap,cancel-session,close-session,unknown-session";
    private static final String FEW = "ping,create-session,close-session";

    /** Long enough for a busy machine. */
    private static final String TIMEOUT = "90s";

    @TempDir
    Path folder;

    @ParameterizedTest
    @NullSource
    @EnumSource(value = SessionFault.class, names = "CANCEL_PUBLISHES")
    void verdicts_and_their_order_are_the_same_as_with_one_case_at_a_time(Fault fault) {
        RunResult serial = run(fault, "only", SOME);
        RunResult parallel = run(fault, "only", SOME, "parallel", "4");

        assertThat(parallel.run().traffic().parallel().driven()).isEqualTo(4);
        assertThat(List.copyOf(ofCases(parallel).entrySet()))
                .containsExactlyElementsOf(ofCases(serial).entrySet());
        assertThat(ofRequirements(parallel)).isEqualTo(ofRequirements(serial));
        assertThat(parallel.verdict())
                .isEqualTo(fault == null ? RunVerdict.CONFORMANT : RunVerdict.NONCONFORMANT)
                .isEqualTo(serial.verdict());
    }

    @Tag("long")
    @Test
    void a_random_order_can_be_driven_in_parallel() {
        RunResult result = run(null, "only", FEW, "parallel", "2", "order", "4711");

        assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.cases()).extracting(CaseResult::verdict).doesNotContain(Verdict.INCOMPLETE);
    }

    @Test
    void several_connections_are_open_at_once_if_the_target_serves_them() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP));
                MeetingPoint point = MeetingPoint.before(server.uploadUrl().getPort());
                ConformanceRun run = new ConformanceRun(
                        new RunPreparation(name -> null)
                                .prepare(InProcess.request(
                                        "http://127.0.0.1:" + point.port()
                                                + server.uploadUrl().getPath(),
                                        folder,
                                        "only",
                                        FEW,
                                        "timeout",
                                        TIMEOUT,
                                        "parallel",
                                        "2")),
                        ended -> {})) {
            run.preflight();
            point.hold();
            JUnitPlatformRun.execute(run);
            RunResult result = run.finish();

            assertThat(point.met()).isTrue();
            assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
            assertThat(result.capabilities())
                    .filteredOn(row -> row.name().equals("parallel"))
                    .singleElement()
                    .returns("2", row -> row.value())
                    .returns(
                            "2 cases are driven at once: the target serves several connections at once",
                            row -> row.follows());
            assertThat(mostOpen()).isEqualTo(2);
        }
    }

    @Test
    void one_connection_at_a_time_is_respected_and_the_console_says_so() throws IOException {
        try (InnocentServer server = InnocentServer.start(Document.MC_BUP, Set.of(Freedom.ONE_CONNECTION))) {
            CommandOutput output = CommandOutput.of(
                    "run", "--url", server.uploadUrl(), "--only", FEW, "--parallel", "4", "--out", folder.toString());

            assertThat(output.out().replaceAll("\\s+", " "))
                    .contains(
                            "note: cases are driven one at a time, not 4 at once: the target serves one connection at a"
                                    + " time")
                    .contains("verdict: conformant");
            assertThat(output.exitCode()).isZero();
            assertThat(mostOpen()).isEqualTo(1);
        }
    }

    @Tag("long")
    @Test
    void an_innocent_server_passes() throws IOException {
        try (InnocentServer server = InnocentServer.start(Document.WIN32, Set.of())) {
            RunResult result = InProcess.run(InProcess.request(
                    server.uploadUrl(), folder, "only", SOME, "dialect", "win32", "timeout", "10s", "parallel", "4"));

            assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
            assertThat(result.run().traffic().parallel().driven()).isEqualTo(4);
        }
    }

    private RunResult run(Fault fault, String... options) {
        String[] more =
                Stream.concat(Stream.of(options), Stream.of("timeout", "10s")).toArray(String[]::new);
        try (ReferenceServer server = ReferenceServer.start(EmbeddedServer.options(Document.MC_BUP)
                .withFaults(Stream.ofNullable(fault).toList()))) {
            return InProcess.run(server, InProcess.request("", folder, more));
        }
    }

    /** The maximum number of open connections according to the record, from the first case on. */
    private int mostOpen() throws IOException {
        Set<String> open = new HashSet<>();
        int most = 0;
        boolean begun = false;
        for (Event event : RecordReader.read(folder.resolve("transcript"))) {
            begun = begun || event instanceof CaseStart;
            if (event instanceof ConnectionOpened opened) {
                open.add(opened.connection());
            }
            if (event instanceof ConnectionEnded ended) {
                open.remove(ended.connection());
            }
            most = begun ? Math.max(most, open.size()) : 0;
        }
        return most;
    }

    private static Map<String, Verdict> ofCases(RunResult result) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        result.cases().forEach(one -> verdicts.put(one.id(), one.verdict()));
        return verdicts;
    }

    private static Map<String, Verdict> ofRequirements(RunResult result) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        result.requirements().forEach(one -> verdicts.put(one.requirement().id(), one.verdict()));
        return verdicts;
    }
}
