package org.bitsconformance.drive.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bitsconformance.drive.client.Bench;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.drive.transport.CutOff.How;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.UploadSettings;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.ReadBack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that is told to stop while it waits. The time limit of an answer is ten minutes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptionTests {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final String SESSION = "{11111111-2222-3333-4444-555555555555}";
    private static final String ACK = "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\n\r\n";
    private static final String CREATED = ACK.replace("\r\n\r\n", "\r\nBITS-Session-Id: " + SESSION + "\r\n\r\n");

    private ScriptedServer server;
    private Bench bench;

    @AfterEach
    void close() {
        bench.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_packet_that_waits_for_its_answer_is_broken_off_and_its_session_cancelled() {
        serve(
                connection -> {
                    connection.read();
                    connection.send(CREATED);
                    connection.read();
                    interrupt();
                    connection.awaitEnd();
                },
                this::acknowledge);

        drive(client -> {
            Upload upload = client.upload(100);
            upload.create();
            upload.fragment(0, 99);
        });

        assertThat(endings()).containsExactly(Ending.ANSWERED, Ending.CUT_OFF, Ending.ANSWERED);
        Exchange last = bench.exchanges().get(2);
        assertThat(last.purpose()).isEqualTo(Purpose.CLEAN_UP);
        assertThat(server.requests().get(2)).contains("BITS-Packet-Type: Cancel-Session", SESSION);
        assertThat(bench.events(ConnectionEnded.class))
                .extracting(ConnectionEnded::how)
                .containsExactly("the run was interrupted", "no longer needed");
    }

    @Test
    void a_server_that_does_not_answer_the_clean_up_either_is_not_waited_for() {
        serve(
                connection -> {
                    connection.read();
                    connection.send(CREATED);
                    connection.read();
                    connection.send(CREATED);
                    connection.read();
                    connection.send(CREATED);
                    connection.read();
                    interrupt();
                    connection.awaitEnd();
                },
                connection -> {
                    connection.read();
                    connection.awaitEnd();
                });
        long begin = System.nanoTime();

        drive(client -> {
            for (int i = 0; i < 3; i++) {
                client.upload(100).create();
            }
            client.ping();
        });

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        assertThat(endings()).contains(Ending.TIMED_OUT).hasSizeBetween(5, 6);
    }

    @Test
    void a_packet_in_pieces_is_broken_off() {
        serve(connection -> {
            connection.readHead();
            interrupt();
            connection.awaitEnd();
        });

        drive(client -> client.pinging().body(100_000).send(new Pacing(1000, 1, Duration.ofMillis(10))));

        assertThat(endings()).containsExactly(Ending.CUT_OFF);
    }

    @Test
    void a_wait_for_an_answer_after_a_half_close_is_broken_off() {
        serve(connection -> {
            connection.awaitEnd();
            interrupt();
            connection.hang();
        });

        drive(client -> client.pinging().body(10).breakOff(CutOff.inBody(5, How.HALF_CLOSE)));

        assertThat(endings()).containsExactly(Ending.CUT_OFF);
    }

    @Test
    void a_body_that_waits_for_an_interim_answer_does_not_go_out() {
        serve(connection -> {
            connection.readHead();
            interrupt();
            assertThat(connection.awaitEnd()).isEmpty();
        });

        drive(client -> client.pinging().body(100).raw().expectingContinue().send());

        assertThat(endings()).containsExactly(Ending.CUT_OFF);
    }

    @Test
    void a_ping_that_tests_whether_the_server_is_alive_is_broken_off() {
        serve(
                connection -> {
                    connection.read();
                    connection.send("SSH-2.0\r\n");
                    connection.awaitEnd();
                },
                connection -> {
                    connection.read();
                    interrupt();
                    connection.awaitEnd();
                });

        drive(BitsClient::ping);

        assertThat(endings()).containsExactly(Ending.NOT_HTTP, Ending.CUT_OFF);
    }

    @Test
    void nothing_more_goes_out_in_any_way() {
        serve(this::acknowledge);
        interrupt();

        drive(BitsClient::ping);
        drive(client -> client.pinging().send(new Pacing(10, 10, Duration.ZERO)));
        drive(client -> client.pinging().breakOff(CutOff.inBody(0, How.CLOSE)));
        drive(client -> client.pinging().raw().send());
        KeptConnection kept = new KeptConnection(
                bench.link().target(),
                new RequestWriter(bench.link().connector()),
                bench.link().recorder().clock(),
                new StaleConnections());
        assertThatExceptionOfType(DrivingStopped.class)
                .isThrownBy(
                        () -> kept.send(Packet.of(PacketType.PING, bench.link().probeUrl()), "agent"));

        assertThat(server.connections()).isZero();
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void a_tls_handshake_is_broken_off() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            bench = Bench.at(Bench.target("https://localhost:" + listening.getLocalPort() + "/up/", TEN_MINUTES));
            CompletableFuture<Void> hello = CompletableFuture.runAsync(() -> {
                try (Socket socket = listening.accept()) {
                    socket.getInputStream().read();
                    interrupt();
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // The client is gone.
                }
            });
            drive(BitsClient::ping);
            hello.join();
        }
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void a_look_at_a_destination_is_broken_off_and_says_nothing() {
        server = ScriptedServer.conducting(connection -> {
            connection.readHead();
            interrupt();
            connection.awaitEnd();
        });
        bench = Bench.at(target(ReadBackMode.URL));

        drive(client -> client.upload(100).destination().readBack());
        assertThat(bench.events(ReadBack.class)).isEmpty();
    }

    @Test
    void the_wait_for_an_upload_that_is_not_there_yet_ends() {
        server = ScriptedServer.conducting(
                connection -> {
                    connection.readHead();
                    connection.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
                },
                connection -> {
                    connection.readHead();
                    interrupt();
                    connection.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
                });
        bench = Bench.at(target(ReadBackMode.URL));

        drive(client -> client.upload(100).destination().readBack());
        assertThat(bench.events(ReadBack.class)).isEmpty();
    }

    @Test
    void a_preflight_ends_without_a_diagnosis() {
        serve(connection -> {
            connection.read();
            interrupt();
            connection.awaitEnd();
        });

        assertThat(bench.link().preflight()).isEqualTo(new Probed(Optional.empty(), Optional.empty()));
        assertThat(endings()).containsExactly(Ending.CUT_OFF);
    }

    @Test
    void the_session_of_a_probe_is_cancelled() {
        serve(
                this::acknowledge,
                connection -> {
                    connection.read();
                    connection.send(CREATED);
                    connection.read();
                    interrupt();
                    connection.awaitEnd();
                },
                this::acknowledge);

        assertThat(bench.link().preflight().diagnosis()).isEmpty();
        assertThat(endings()).containsExactly(Ending.ANSWERED, Ending.ANSWERED, Ending.CUT_OFF, Ending.ANSWERED);
        assertThat(server.requests().get(3)).contains("BITS-Packet-Type: Cancel-Session", SESSION);
    }

    private void acknowledge(ScriptedServer.Connection connection) throws IOException {
        connection.read();
        connection.send(ACK);
    }

    private void interrupt() {
        bench.link().interrupt();
    }

    private void serve(Conduct... conducts) {
        server = ScriptedServer.conducting(conducts);
        bench = Bench.at(Bench.target(server.url(), TEN_MINUTES));
    }

    private Target target(ReadBackMode mode) {
        return Bench.target(server.url(), TEN_MINUTES).with(UploadSettings.USUAL.with(mode));
    }

    private interface Driving {
        void by(BitsClient client);
    }

    /** Drives a case until the interruption ends it. */
    private void drive(Driving driving) {
        assertThatExceptionOfType(DrivingStopped.class)
                .isThrownBy(() -> {
                    try (BitsClient client = bench.openCase("case")) {
                        driving.by(client);
                    }
                })
                .withMessage("the run was interrupted")
                .returns(CaseEnd.Ending.INTERRUPTED, DrivingStopped::ending);
    }

    private List<Ending> endings() {
        return bench.exchanges().stream().map(Exchange::ending).toList();
    }
}
