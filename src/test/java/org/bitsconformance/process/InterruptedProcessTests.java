package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bitsconformance.hostile.UnansweredFragments;
import org.bitsconformance.process.Command.Ended;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A run that waits for a server that never answers, and is then told to end by Ctrl-C or SIGTERM, or is killed. */
@Execution(ExecutionMode.CONCURRENT)
class InterruptedProcessTests {

    private static final String ACK =
            "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    /** A run that never connects fails its test. */
    private static final int LONGEST_MILLIS = 60_000;

    @TempDir
    Path folder;

    @Test
    void ends_at_once_and_reports_incomplete() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(LONGEST_MILLIS);
            Command run = Command.start(
                    Map.of(),
                    "run",
                    "--url",
                    "http://127.0.0.1:" + server.getLocalPort() + "/up/",
                    "--timeout",
                    "10m",
                    "--out",
                    folder.toString());
            Ended ended;
            try (Socket probe = server.accept()) {
                awaitRequest(probe);
                probe.getOutputStream().write(ACK.getBytes(StandardCharsets.ISO_8859_1));
                probe.getOutputStream().flush();
                try (Socket firstCase = server.accept()) {
                    awaitRequest(firstCase);
                    ended = run.interrupted().ended();
                }
            }
            assertThat(ended.exitCode()).isNotIn(0, 1);
            assertThat(ended.err()).isEmpty();
            assertThat(ended.lastLine()).startsWith("verdict: incomplete (plan full");
        }
        RunFolder files = new RunFolder(folder);
        assertThat(files.verdict()).isEqualTo("incomplete");
        assertThat(files.report().path("reason").asText()).contains("the run was interrupted");
        assertThat(files.report().at("/counts/cases/pass").asInt()).isZero();
        assertThat(files.inJUnit("cases", "error")).contains("ping.times=1", "close-session");
    }

    @Tag("long")
    @Test
    void ends_at_once_even_while_it_looks_for_a_server() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(LONGEST_MILLIS);
            Command run = Command.start(
                    Map.of(),
                    "run",
                    "--url",
                    "http://127.0.0.1:" + server.getLocalPort() + "/up/",
                    "--timeout",
                    "10m",
                    "--out",
                    folder.toString());
            try (Socket probe = server.accept()) {
                awaitRequest(probe);
                Ended ended = run.interrupted().ended();
                assertThat(ended.exitCode()).isNotIn(0, 1);
                assertThat(ended.lastLine()).startsWith("verdict: incomplete (plan full");
            }
        }
        assertThat(new RunFolder(folder).verdict()).isEqualTo("incomplete");
    }

    @Tag("long")
    @Test
    void cancels_the_session_that_is_open() throws IOException {
        try (UnansweredFragments server = UnansweredFragments.start()) {
            Command run = start(server);
            server.awaitFragment();
            long begin = System.nanoTime();
            Ended ended = run.interrupted().ended();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
            assertThat(ended.exitCode()).isNotIn(0, 1);
            assertThat(ended.err()).isEmpty();
            assertThat(ended.lastLine()).startsWith("verdict: incomplete (plan smoke");
            assertThat(server.requests().get(server.requests().size() - 1))
                    .contains("\r\nbits-packet-type: cancel-session\r\n", UnansweredFragments.SESSION);
        }
        RunFolder files = new RunFolder(folder);
        assertThat(files.report().path("reason").asText()).isEqualTo("the run was interrupted");
        assertThat(files.inJUnit("requirements", "failure")).isEmpty();
        assertThat(events())
                .filteredOn(CaseEnd.class::isInstance)
                .extracting(event -> ((CaseEnd) event).ending())
                .containsExactly(CaseEnd.Ending.INTERRUPTED);
    }

    @Tag("long")
    @Test
    void while_it_learns_a_server_it_reports_incomplete() throws IOException {
        try (UnansweredFragments server = UnansweredFragments.start()) {
            Command learning = Command.start(
                    Map.of(), "learn", "--url", server.url(), "--timeout", "10m", "--out", folder.toString());
            server.awaitFragment();
            Ended ended = learning.interrupted().ended();

            assertThat(ended.exitCode()).isNotIn(0, 1);
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).contains("Nothing is guaranteed beyond what was driven: the run was interrupted");
            assertThat(ended.lastLine()).startsWith("verdict: incomplete (plan learn");
        }
        assertThat(new RunFolder(folder).verdict()).isEqualTo("incomplete");
    }

    @Test
    void that_is_killed_leaves_its_record_up_to_the_last_whole_exchange() throws IOException {
        try (UnansweredFragments server = UnansweredFragments.start()) {
            Command run = start(server);
            server.awaitFragment();
            run.killed().ended();
        }
        Exchange last = events().stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(last.ending()).isEqualTo(Exchange.Ending.ANSWERED);
        assertThat(last.request().text()).contains("Create-Session");
        assertThat(last.answer().text()).contains(UnansweredFragments.SESSION);
        assertThat(events()).noneMatch(CaseEnd.class::isInstance);
    }

    private Command start(UnansweredFragments server) {
        return Command.start(
                Map.of(),
                "run",
                "--plan",
                "smoke",
                "--only",
                "upload-in-fragments",
                "--url",
                server.url(),
                "--timeout",
                "10m",
                "--out",
                folder.toString());
    }

    private List<Event> events() throws IOException {
        return RecordReader.read(folder.resolve("transcript"));
    }

    private static void awaitRequest(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
    }
}
