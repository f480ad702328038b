package org.bitsconformance.drive.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.util.EntityUtils;
import org.bitsconformance.drive.auth.Handshake;
import org.bitsconformance.drive.transport.Connector;
import org.bitsconformance.drive.transport.Deadlines;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.SingleConnectionClient;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;

/** Reads a finished upload by GET and compares it with what was sent, without storing it. */
final class ReadBackDownload {

    /** Reading stops if the target delivers more slowly than this, in bytes per second. */
    private static final long SLOWEST = 1 << 20;

    private final Target target;
    private final Connector connector;
    private final Deadlines deadlines;

    ReadBackDownload(Target target, Connector connector, Deadlines deadlines) {
        this.target = target;
        this.connector = connector;
        this.deadlines = deadlines;
    }

    /**
     * Looks at what is at a URL.
     *
     * @throws DrivingStopped when the budget does not allow it
     */
    Found of(URI url, Payload payload, String userAgent) {
        HttpGet get = new HttpGet(url);
        get.setHeader("User-Agent", userAgent);
        if (!connector.authentication().ofConnections()) {
            get.setHeader("Connection", "close");
        }
        target.askedProxy()
                .flatMap(Proxy::authorization)
                .ifPresent(value -> get.setHeader("Proxy-Authorization", value));
        for (Header header : target.requests().headers()) {
            get.setHeader(header.name(), header.value());
        }
        Duration limit = target.requests().timeout().plusSeconds(payload.length() / SLOWEST);
        AtomicReference<Future<?>> deadline = new AtomicReference<>(CompletableFuture.completedFuture(null));
        SingleConnectionClient client = new SingleConnectionClient(
                connector, target, socket -> deadline.set(deadlines.after(limit, socket::cut)));
        try {
            HttpResponse response = answerTo(get, client);
            int status = response.getStatusLine().getStatusCode();
            Found found = switch (status) {
                case 200 -> Found.compare(response.getEntity().getContent(), payload, OptionalInt.of(status));
                case 404, 410 -> Found.nothing(Presence.ABSENT, OptionalInt.of(status));
                default -> Found.nothing(Presence.UNREADABLE, OptionalInt.of(status));
            };
            connector.expenses().receive(found.length().orElse(0));
            return found;
        } catch (DrivingStopped e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return Found.nothing(Presence.UNREADABLE, OptionalInt.empty());
        } finally {
            deadline.get().cancel(false);
            client.abandon();
        }
    }

    /** The answer to the last attempt; those before it asked for credentials. */
    private HttpResponse answerTo(HttpGet get, SingleConnectionClient client) throws IOException {
        Handshake handshake =
                connector.authentication().handshake(Identity.USER, "GET", RequestText.asked(get.getURI(), target));
        Optional<String> carried = handshake.first();
        while (true) {
            carried.ifPresent(value -> get.setHeader("Authorization", value));
            connector.expenses().spend(length(get));
            HttpResponse response = client.execute(get);
            carried = handshake.next(head(response));
            if (carried.isEmpty()) {
                return response;
            }
            EntityUtils.consume(response.getEntity());
            get.reset();
        }
    }

    private static Answer head(HttpResponse response) {
        String fields = Arrays.stream(response.getAllHeaders())
                .map(field -> field.getName() + ": " + field.getValue() + RequestText.END_OF_LINE)
                .collect(Collectors.joining());
        String text = response.getStatusLine() + RequestText.END_OF_LINE + fields + RequestText.END_OF_LINE;
        return WireBytes.of(text).answer("HEAD", true).orElseThrow();
    }

    /** The approximate length of the request on the wire, in bytes. */
    private static long length(HttpGet get) {
        long fields = Arrays.stream(get.getAllHeaders())
                .mapToLong(header -> header.toString().length() + 2L)
                .sum();
        return get.getRequestLine().toString().length()
                + fields
                + get.getURI().getRawAuthority().length()
                + 12;
    }
}
