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
import java.util.Map;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is told to end, by Ctrl-C or SIGTERM, while it waits for a server that never answers. */
class InterruptedProcessTests {

    private static final String ACK =
            "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void ends_at_once_and_reports_incomplete() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
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

    @Test
    void ends_at_once_also_while_it_looks_for_a_server() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
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

    private static void awaitRequest(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
    }
}
