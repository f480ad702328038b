package org.bitsconformance.drive.readback;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpHead;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.util.EntityUtils;
import org.bitsconformance.drive.auth.Handshake;
import org.bitsconformance.drive.transport.Connector;
import org.bitsconformance.drive.transport.Deadlines;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.RollingDigest;
import org.bitsconformance.drive.transport.SingleConnectionClient;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;

/** Reads a finished upload by GET and compares it with what was sent, without storing it. */
final class ReadBackDownload {

    /** Reading stops if the target delivers more slowly than this, in bytes per second. */
    private static final long SLOWEST = 1 << 20;

    /** A SHA-256 in the value of Repr-Digest (RFC 9530 3). */
    private static final Pattern SHA_256 = Pattern.compile("(?i)(?<![^,\\s])sha-256=:([A-Za-z0-9+/]{43}=):");

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
        Duration limit = target.requests().timeout().plusSeconds(payload.length() / SLOWEST);
        return asking(new HttpGet(url), userAgent, limit, response -> {
                    int status = status(response);
                    Found found = status == 200
                            ? Found.compare(response.getEntity().getContent(), payload, OptionalInt.of(status))
                            : nothing(status);
                    connector.expenses().receive(found.length().orElse(0));
                    return found;
                })
                .orElseGet(() -> Found.nothing(Presence.UNREADABLE, OptionalInt.empty()));
    }

    /**
     * Asks the server for the length and digest of what is at a URL (RFC 9530), without its bytes.
     *
     * @return empty if it does not give them
     * @throws DrivingStopped when the budget does not allow it
     */
    Optional<Found> digestAt(URI url, RollingDigest sent, String userAgent) {
        HttpHead head = new HttpHead(url);
        head.setHeader("Accept-Encoding", "identity");
        head.setHeader("Want-Repr-Digest", "sha-256=10");
        return asking(head, userAgent, target.requests().timeout(), response -> {
                    int status = status(response);
                    Optional<Found> told = digest(response)
                            .flatMap(
                                    sha256 -> length(response).map(length -> Found.told(status, length, sha256, sent)));
                    return status == 200
                            ? told
                            : Optional.of(nothing(status)).filter(found -> found.presence() == Presence.ABSENT);
                })
                .flatMap(found -> found);
    }

    private interface Reading<T> {
        T of(HttpResponse response) throws IOException;
    }

    /** What is read from the answer; empty if there is none, or it cannot be read. */
    private <T> Optional<T> asking(HttpRequestBase request, String userAgent, Duration limit, Reading<T> reading) {
        request.setHeader("User-Agent", userAgent);
        if (!connector.authentication().ofConnections()) {
            request.setHeader("Connection", "close");
        }
        target.askedProxy()
                .flatMap(Proxy::authorization)
                .ifPresent(value -> request.setHeader("Proxy-Authorization", value));
        for (Header header : target.requests().headers()) {
            request.setHeader(header.name(), header.value());
        }
        AtomicReference<Future<?>> deadline = new AtomicReference<>(CompletableFuture.completedFuture(null));
        SingleConnectionClient client = new SingleConnectionClient(
                connector, target, socket -> deadline.set(deadlines.after(limit, socket::cut)));
        try {
            return Optional.of(reading.of(answerTo(request, client)));
        } catch (DrivingStopped e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        } finally {
            deadline.get().cancel(false);
            client.abandon();
        }
    }

    private static int status(HttpResponse response) {
        return response.getStatusLine().getStatusCode();
    }

    private static Found nothing(int status) {
        Presence presence = status == 404 || status == 410 ? Presence.ABSENT : Presence.UNREADABLE;
        return Found.nothing(presence, OptionalInt.of(status));
    }

    /** The SHA-256 in an answer, in lower-case hexadecimal. */
    private static Optional<String> digest(HttpResponse response) {
        return Arrays.stream(response.getHeaders("Repr-Digest"))
                .flatMap(header -> SHA_256.matcher(header.getValue()).results())
                .map(found -> Base64.getDecoder().decode(found.group(1)))
                .map(Digests::hex)
                .findFirst();
    }

    private static Optional<Long> length(HttpResponse response) {
        return Arrays.stream(response.getHeaders("Content-Length"))
                .map(field -> field.getValue().strip())
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst();
    }

    /** The answer to the last attempt; those before it asked for credentials. */
    private HttpResponse answerTo(HttpRequestBase get, SingleConnectionClient client) throws IOException {
        Handshake handshake = connector
                .authentication()
                .handshake(Identity.USER, get.getMethod(), RequestText.asked(get.getURI(), target));
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
    private static long length(HttpRequestBase get) {
        long fields = Arrays.stream(get.getAllHeaders())
                .mapToLong(header -> header.toString().length() + 2L)
                .sum();
        return get.getRequestLine().toString().length()
                + fields
                + get.getURI().getRawAuthority().length()
                + 12;
    }
}
