package org.bitsconformance.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.cli.CommandOutput;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.CreateFault;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.RecordReader;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.RunNotice;
import org.bitsconformance.transcript.Scale;
import org.bitsconformance.transcript.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plan concurrent: as many parallel uploads as requested, all judged, and only as many as the target serves. */
class ConcurrentRunTests {

    /** Long enough for a busy machine. */
    private static final String TIMEOUT = "90s";

    @TempDir
    Path folder;

    @Test
    void every_upload_is_driven_at_the_same_time_over_its_own_connection_and_judged() throws IOException {
        RunResult result = run(20, ReferenceOptions.conformant(Document.MC_BUP).withFrontEnd(FrontEndKind.SOCKET));

        assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.loads()).hasSize(1);
        assertThat(result.loads().get(0).uploads()).isEqualTo(20);
        assertThat(result.loads().get(0).connections()).isEqualTo(20);
        assertThat(deliveriesJudged(result)).isEqualTo(20);
        List<Exchange> exchanges = exchanges();
        long lastCreated = packets(exchanges, PacketType.CREATE_SESSION)
                .mapToLong(one -> one.timing().endedMicros())
                .max()
                .orElseThrow();
        long firstFragment = packets(exchanges, PacketType.FRAGMENT)
                .mapToLong(one -> one.timing().startedMicros())
                .min()
                .orElseThrow();
        long lastFragment = packets(exchanges, PacketType.FRAGMENT)
                .mapToLong(one -> one.timing().endedMicros())
                .max()
                .orElseThrow();
        long firstClose = packets(exchanges, PacketType.CLOSE_SESSION)
                .mapToLong(one -> one.timing().startedMicros())
                .min()
                .orElseThrow();
        assertThat(lastCreated).isLessThanOrEqualTo(firstFragment);
        assertThat(lastFragment).isLessThanOrEqualTo(firstClose);
    }

    @Test
    void sessions_that_mix_under_load_show_in_many_uploads_but_not_in_few() {
        ReferenceOptions mixing =
                ReferenceOptions.conformant(Document.MC_BUP).withFaults(SessionFault.SESSIONS_MIX_UNDER_LOAD);

        assertThat(run(16, mixing).verdict()).isEqualTo(RunVerdict.CONFORMANT);
        RunResult crowded = run(24, mixing);
        assertThat(crowded.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(crowded.broken()).extracting(one -> one.requirement().id()).containsExactly("delivery.complete");
    }

    @Test
    void every_upload_that_cannot_go_on_is_judged() {
        RunResult result =
                run(4, ReferenceOptions.conformant(Document.MC_BUP).withFaults(CreateFault.CREATE_NEEDS_PING));

        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(result.broken()).extracting(one -> one.requirement().id()).containsExactly("create-session.status");
        assertThat(result.broken().get(0).broken()).isEqualTo(4);
        assertThat(result.cases().get(0).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void no_more_uploads_are_driven_than_the_target_serves_connections() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP));
                NarrowDoor door = NarrowDoor.before(server.port(), 5)) {
            RunResult result =
                    InProcess.run(InProcess.request(door.url(), folder, "plan", "concurrent", "uploads", "9"));

            String notice =
                    "5 uploads at once, not 9: the target answered no Ping on one more connection while 5 were open";
            assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
            assertThat(result.loads().get(0).uploads()).isEqualTo(5);
            assertThat(result.verdictLine()).contains(notice);
            assertThat(RecordReader.read(folder.resolve("transcript"))).contains(new RunNotice(notice));
        }
    }

    @Test
    void a_target_that_serves_one_connection_is_not_accused() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP));
                NarrowDoor door = NarrowDoor.before(server.port(), 1)) {
            RunResult result = InProcess.run(InProcess.request(door.url(), folder, "plan", "concurrent"));

            assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
            assertThat(result.broken()).isEmpty();
            assertThat(result.cases().get(0).reason())
                    .contains("the target did not answer a Ping on a second connection while the first was open");
        }
    }

    @Test
    void nothing_is_sent_if_one_connection_or_one_name_is_declared() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP))) {
            String target = InProcess.targetFile("upload", "capabilities: {connections: one}\n", folder);
            RunResult one = InProcess.run(
                    InProcess.request(server.uploadUrl().toString(), folder, "plan", "concurrent", "target", target));
            RunResult named =
                    InProcess.run(InProcess.request(server.uploadUrl() + "one.bin", folder, "plan", "concurrent"));

            assertThat(one.cases().get(0).reason())
                    .contains("the target declares that it serves one connection at a time");
            assertThat(named.cases().get(0).reason())
                    .contains("the target has one URL for every upload, but this case needs several");
        }
    }

    @Test
    void reports_and_the_console_have_throughput_and_latency_and_the_record_is_judged_again() throws IOException {
        Path first = folder.resolve("first");
        CommandOutput run = CommandOutput.of(
                "run", "--plan", "concurrent", "--uploads", "6", "--timeout", TIMEOUT, "--out", first.toString());

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .containsPattern("at once: {6}6 uploads over 6 connections: [0-9]+ packets, [0-9.]+ MiB in")
                .containsPattern("packets/s, [0-9.]+ MiB/s; answers took")
                .contains("(p50)", "(p90)", "(p99)", "(max)");
        JsonNode load = new ObjectMapper()
                .readTree(first.resolve("report.json").toFile())
                .path("load")
                .path(0);
        assertThat(load.path("case").textValue()).isEqualTo("concurrent-uploads");
        assertThat(load.path("uploads").intValue()).isEqualTo(6);
        assertThat(load.path("latencyMicros").path("max").longValue())
                .isGreaterThanOrEqualTo(load.path("latencyMicros").path("p99").longValue())
                .isPositive();
        assertThat(Files.readString(first.resolve("report.html"))).contains("Uploads at once", "6 uploads over 6");
        assertThat(Files.readString(first.resolve("summary.md"))).contains("uploads at once: 6 uploads over 6");

        Path again = folder.resolve("again");
        CommandOutput judged = CommandOutput.of("judge", first.toString(), "--out", again.toString());
        assertThat(judged.exitCode()).as(judged.out()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(again.resolve("report.json").toFile())
                        .path("load")
                        .path(0))
                .isEqualTo(load);
    }

    @Test
    void the_record_has_the_requested_number() throws IOException {
        run(3, ReferenceOptions.conformant(Document.MC_BUP));

        RunHeader header =
                (RunHeader) RecordReader.read(folder.resolve("transcript")).get(0);
        assertThat(header.cases().scale()).isEqualTo(Optional.of(new Scale(Scale.USUAL.size(), 3, Scale.USUAL.seed())));
    }

    @Test
    void plans_select_it_only_by_its_name() {
        assertThat(CommandOutput.of("list", "--plan", "concurrent").out())
                .contains("concurrent-uploads", "1 scenarios, 1 cases");
        assertThat(CommandOutput.of("list").out()).doesNotContain("concurrent-uploads");
    }

    @Test
    void a_wrong_number_and_an_option_that_changes_nothing_are_refused_in_one_line() {
        for (String wrong : List.of("1", "0", "257", "many", "-3", "1000")) {
            assertThat(CommandOutput.of("run", "--plan", "concurrent", "--uploads", wrong))
                    .isEqualTo(new CommandOutput(
                            2,
                            "",
                            "bits-conformance: --uploads must be a whole number from 2 to 256, not \"" + wrong + "\""
                                    + System.lineSeparator()));
        }
        assertThat(CommandOutput.of("run", "--uploads", "3").err())
                .isEqualTo("bits-conformance: --uploads is for --plan concurrent: no selected scenario follows it"
                        + System.lineSeparator());
    }

    private RunResult run(int uploads, ReferenceOptions options) {
        try (ReferenceServer server = ReferenceServer.start(options)) {
            return InProcess.run(InProcess.request(
                    server.uploadUrl().toString(),
                    folder,
                    "plan",
                    "concurrent",
                    "uploads",
                    String.valueOf(uploads),
                    "timeout",
                    TIMEOUT));
        }
    }

    private static int deliveriesJudged(RunResult result) {
        return result.requirements().stream()
                .filter(one -> one.requirement().id().equals("delivery.complete"))
                .mapToInt(RequirementResult::judged)
                .sum();
    }

    private List<Exchange> exchanges() throws IOException {
        return RecordReader.read(folder.resolve("transcript")).stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .filter(one -> one.carriage().lane() > 0)
                .toList();
    }

    private static Stream<Exchange> packets(List<Exchange> exchanges, PacketType type) {
        return exchanges.stream().filter(one -> Request.parse(one.request()).is(type));
    }
}
