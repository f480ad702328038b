package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.bitsconformance.observe.PlainClient;
import org.bitsconformance.process.Command.Ended;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An observation that is ended by Ctrl-C, or killed. */
@Tag("long")
class ObserveProcessTests {

    private static final byte[] CONTENT = new byte[100];

    @TempDir
    Path folder;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Command observe(int port, String upstream) {
        return Command.start(
                Map.of(),
                "observe",
                "--listen",
                String.valueOf(port),
                "--upstream",
                upstream,
                "--out",
                folder.toString());
    }

    private static PlainClient client(int port) {
        while (true) {
            try {
                return new PlainClient(port);
            } catch (UncheckedIOException e) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void ends_by_an_interrupt_with_its_reports_and_its_exit_code() throws IOException {
        int port = freePort();
        try (Served server = Served.with("--front-end", "socket")) {
            Command observing = observe(port, server.url());
            try (PlainClient client = client(port)) {
                assertThat(client.upload("/upload/a.bin", CONTENT, 50)).isEqualTo(200);
            }
            Ended ended = observing.interrupted().ended();
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).contains("server " + server.url() + ": conformant (1 upload)");
            assertThat(ended.exitCode())
                    .isEqualTo(new RunFolder(folder).verdict().equals("conformant") ? 0 : 3);
        }
    }

    @Test
    void leaves_a_readable_record_when_it_is_killed() throws IOException {
        int port = freePort();
        try (Served server = Served.with("--front-end", "socket")) {
            Command observing = observe(port, server.url());
            try (PlainClient client = client(port)) {
                assertThat(client.packet("/upload/a.bin", "Ping", "X: y", new byte[0]))
                        .startsWith("HTTP/1.1 200");
                assertThat(client.packet(
                                "/upload/a.bin",
                                "Create-Session",
                                "BITS-Supported-Protocols: {7df0354d-249b-430f-820d-3d2a9bef4931}",
                                new byte[0]))
                        .startsWith("HTTP/1.1 200");
                assertThat(client.packet("/upload/a.bin", "Ping", "X: y", new byte[0]))
                        .startsWith("HTTP/1.1 200");
                observing.killed().ended();
            }
        }
        assertThat(RecordReader.read(folder.resolve("transcript")).stream()
                        .filter(Exchange.class::isInstance)
                        .count())
                .isGreaterThanOrEqualTo(2);
        Ended judged = Command.run(
                "judge", folder.toString(), "--out", folder.resolve("judged").toString());
        assertThat(judged.exitCode()).isEqualTo(3);
        assertThat(judged.out()).contains("the run was cut short");
    }
}
