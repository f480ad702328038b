package org.bitsconformance.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.target.RequestSettings;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.RecordReader;
import org.bitsconformance.transcript.RunHeader;

/** An observation between a test that plays the clients and the same test that plays the server. */
final class Between implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerSocket server;
    private final Observation observation;
    private final Path out;

    Between(Path out) {
        this(out, PATIENCE);
    }

    /** {@code limit} is the longest time for an answer. */
    Between(Path out, Duration limit) {
        try {
            this.out = out;
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            this.server.setSoTimeout((int) PATIENCE.toMillis());
            this.observation = Observation.start(settings(out, "http://" + upstream() + "/up/", limit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of an observation on any port, which judges both sides. */
    static ObservationSettings settings(Path out, String upstream, Duration limit) {
        Target target = Target.at(upstream);
        return new ObservationSettings(
                new ObservationSettings.Entrance("127.0.0.1", 0, Optional.empty()),
                target.with(new RequestSettings(List.of(), false, limit)),
                out,
                new RunHeader.Judging(Dialect.ANY, false, EnumSet.allOf(Side.class)));
    }

    /** Host and port of the server. */
    String upstream() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Host and port of the proxy. */
    String proxy() {
        return "127.0.0.1:" + observation.url().getPort();
    }

    Observation observation() {
        return observation;
    }

    /** A new connection of a client. */
    ProxyPeer client() {
        return ProxyPeer.to(observation.url().getPort());
    }

    /** The server's end of the next connection. */
    ProxyPeer server() {
        try {
            return new ProxyPeer(server.accept());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server is there no more. */
    void stopServer() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A packet of a client without a body. */
    String packet(String type, String... headers) {
        return packet(proxy(), type, headers);
    }

    /** The same packet as the server gets it. */
    String atServer(String type, String... headers) {
        return packet(upstream(), type, headers);
    }

    private static String packet(String host, String type, String... headers) {
        boolean length = String.join("\n", headers).contains("Content-Length");
        return "BITS_POST /up/a.bin HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: Test/1\r\nBITS-Packet-Type: " + type
                + "\r\n" + (length ? "" : "Content-Length: 0\r\n") + lines(headers) + "\r\n";
    }

    /** An Ack without a body. */
    static String ack(int status, String... headers) {
        return "HTTP/1.1 " + status + " Something\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\n" + lines(headers)
                + "\r\n";
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    /** The events of a type, after the observation has ended. */
    <T extends Event> List<T> recorded(Class<T> type) {
        try {
            observation.close();
            return RecordReader.read(out.resolve("transcript")).stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Exchange> exchanges() {
        return recorded(Exchange.class);
    }

    List<CaseStart> cases() {
        return recorded(CaseStart.class);
    }

    List<CaseEnd> ends() {
        return recorded(CaseEnd.class);
    }

    @Override
    public void close() {
        try {
            observation.close();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
