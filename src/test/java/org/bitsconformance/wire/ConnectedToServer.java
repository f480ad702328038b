package org.bitsconformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Payload;
import org.bitsconformance.wire.Packet.Content;
import org.junit.jupiter.api.AfterEach;

/** A kept connection to a scripted server, and what it recorded. */
abstract class ConnectedToServer {

    static final Duration LONG = Duration.ofSeconds(10);
    static final Duration SHORT = Duration.ofMillis(800);
    static final String ACK = "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\n\r\n";
    static final int LARGE = 12 << 20;

    final List<Event> events = new ArrayList<>();
    final Deadlines deadlines = new Deadlines();
    ScriptedServer server;
    KeptConnection connection;

    @AfterEach
    void close() {
        if (connection != null) {
            connection.close();
        }
        server.close();
        deadlines.close();
    }

    void connect(Duration timeout, ScriptedServer scripted) {
        server = scripted;
        Target target = Bench.target(server.url(), timeout);
        Recorder recorder = new Recorder(target, events::add);
        connection = new KeptConnection(
                target,
                sender(
                        target,
                        new Connector(
                                target,
                                recorder,
                                deadlines,
                                new AnswerLimit(target.timeout()),
                                new Expenses(Manners.USUAL))),
                recorder.clock(),
                new Losses());
    }

    /** What packets are sent by: the suite's own sender, or what a class that extends a test says. */
    Sender sender(Target target, Connector connector) {
        return new RequestWriter(connector);
    }

    Traffic send() {
        return connection.send(ping(), "agent/1");
    }

    Packet ping() {
        return Packet.of(PacketType.PING, URI.create(server.url() + "a%20b"));
    }

    Packet fragment(int length) {
        return Packet.of(PacketType.FRAGMENT, URI.create(server.url() + "a"))
                .with(new Content(new Payload(7, length), 0, length));
    }

    <T extends Event> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static long micros(Traffic traffic) {
        return traffic.timing().endedMicros() - traffic.timing().sentMicros();
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
