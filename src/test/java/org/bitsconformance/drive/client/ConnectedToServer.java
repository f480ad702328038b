package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bitsconformance.drive.transport.AnswerLimit;
import org.bitsconformance.drive.transport.Connector;
import org.bitsconformance.drive.transport.Deadlines;
import org.bitsconformance.drive.transport.Expenses;
import org.bitsconformance.drive.transport.KeptConnection;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.Packet.Content;
import org.bitsconformance.drive.transport.Recorder;
import org.bitsconformance.drive.transport.RequestWriter;
import org.bitsconformance.drive.transport.Sender;
import org.bitsconformance.drive.transport.StaleConnections;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.http.Payload;
import org.junit.jupiter.api.AfterEach;

/** A kept connection to a scripted server, and what it recorded. */
public abstract class ConnectedToServer {

    public static final Duration LONG = Duration.ofSeconds(10);
    public static final Duration SHORT = Duration.ofMillis(800);
    public static final String ACK = "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\n\r\n";
    public static final int LARGE = 12 << 20;

    public final List<Event> events = new ArrayList<>();
    public final Deadlines deadlines = new Deadlines();
    public ScriptedServer server;
    public KeptConnection connection;

    @AfterEach
    public void close() {
        if (connection != null) {
            connection.close();
        }
        server.close();
        deadlines.close();
    }

    public void connect(Duration timeout, ScriptedServer scripted) {
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
                                new AnswerLimit(target.requests().timeout()),
                                new Expenses(Budget.UNLIMITED))),
                recorder.clock(),
                new StaleConnections());
    }

    /** The sender of packets: the suite's own, unless a subclass overrides it. */
    public Sender sender(Target target, Connector connector) {
        return new RequestWriter(connector);
    }

    public Traffic send() {
        return connection.send(ping(), "agent/1");
    }

    public Packet ping() {
        return Packet.of(PacketType.PING, URI.create(server.url() + "a%20b"));
    }

    public Packet fragment(int length) {
        return Packet.of(PacketType.FRAGMENT, URI.create(server.url() + "a"))
                .with(new Content(new Payload(7, length), 0, length));
    }

    public <T extends Event> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public static long micros(Traffic traffic) {
        return traffic.timing().endedMicros() - traffic.timing().sentMicros();
    }

    public static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
