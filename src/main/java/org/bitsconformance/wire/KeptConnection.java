package org.bitsconformance.wire;

import static io.restassured.RestAssured.given;

import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Headers;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.Answer.Framing;
import org.bitsconformance.transcript.AnswerParser;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Header;
import org.bitsconformance.transcript.WireBytes;

/**
 * Sends well-formed packets by REST Assured over one connection, which is kept as long as HTTP lets it be and opened
 * again when needed. What was sent and received is what crossed the socket, not what the client library says.
 */
final class KeptConnection implements AutoCloseable {

    private static final int BUFFER = 8 << 10;

    private final Target target;
    private final RunClock clock;
    private final Losses losses;
    private final SingleConnectionClient client;
    private final RestAssuredConfig config;
    private boolean reusable;
    private Identity identity = Identity.USER;
    private String authority = "";

    KeptConnection(Target target, Connector connector, RunClock clock, Losses losses) {
        this.target = target;
        this.losses = losses;
        this.clock = clock;
        this.client = new SingleConnectionClient(connector, target);
        this.config = RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(() -> client))
                .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
                .encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    /**
     * Sends a packet and waits for its answer, or for whatever happens instead. Never throws for what a server does. A
     * connection that packets of somebody went over is not used for those of another.
     *
     * @param authorization the value of that header; empty for none
     */
    Traffic send(Packet packet, String userAgent, Optional<String> authorization) {
        RequestSpecification request = prepared(packet, userAgent, authorization);
        if (packet.identity() != identity) {
            identity = packet.identity();
            abandon();
        }
        String method = target.methodOverride() ? "POST" : BitsHeaders.VERB;
        leaveOtherHost(packet);
        // Last of all: the time from this look to the first byte is the time in which the server can still end it.
        WireBytes unasked = prepareToReuse();
        long started = clock.micros();
        boolean answered = false;
        try {
            request.request(method, packet.url());
            answered = true;
        } catch (Exception e) {
            if (client.socket().isEmpty()) {
                return notConnected(started, unasked, e);
            }
            if (!client.socket().get().tap().awaited()) {
                throw notSent(e);
            }
            readOn(method);
        }
        return traffic(answered, method, unasked);
    }

    /** The same, with what goes out unasked. */
    Traffic send(Packet packet, String userAgent) {
        return send(packet, userAgent, target.basic(packet.identity()));
    }

    /** Ends the connection; the next packet goes over a new one. */
    void abandon() {
        reusable = false;
        client.abandon();
    }

    @Override
    public void close() {
        abandon();
    }

    /** Never two connections at once: the one to another host is ended first. */
    private void leaveOtherHost(Packet packet) {
        String next = packet.url().getScheme() + "://" + packet.url().getRawAuthority();
        if (!next.equals(authority)) {
            abandon();
        }
        authority = next;
    }

    /** What the server has sent since the last answer; after that, the connection is not used again. */
    private WireBytes prepareToReuse() {
        Optional<TappedSocket> open = client.socket();
        if (open.isEmpty()) {
            return WireBytes.NONE;
        }
        WireBytes unasked = WireBytes.NONE;
        try {
            unasked = WireBytes.of(open.get().takeUnasked(losses.patienceMillis()));
            reusable =
                    reusable && unasked.isEmpty() && open.get().tap().failure().isEmpty();
        } catch (IOException e) {
            reusable = false;
        }
        if (reusable) {
            open.get().tap().begin();
        } else {
            client.abandon();
        }
        return unasked;
    }

    /** Where the client library gave up an answer that it could not make sense of: the rest is part of the record too. */
    private void readOn(String method) {
        TappedSocket socket = client.socket().orElseThrow();
        byte[] buffer = new byte[BUFFER];
        try {
            while (socket.tap().failure().isEmpty() && moreIsToCome(socket.tap().receivedText(), method)) {
                if (socket.getInputStream().read(buffer, 0, BUFFER) < 0) {
                    return;
                }
            }
        } catch (IOException e) {
            // The tap knows how the exchange ended.
        }
    }

    private static boolean moreIsToCome(String text, String method) {
        return AnswerParser.parse(text, method, false)
                .map(answer -> !answer.complete()
                        && (answer.framing() != Framing.CHUNKED
                                || answer.defects().isEmpty()))
                .orElse(true);
    }

    private RequestSpecification prepared(Packet packet, String userAgent, Optional<String> authorization) {
        try {
            return request(packet, userAgent, authorization);
        } catch (RuntimeException e) {
            throw notSent(e);
        }
    }

    private RequestSpecification request(Packet packet, String userAgent, Optional<String> authorization) {
        List<Header> headers = new ArrayList<>();
        if (!target.sets("User-Agent")) {
            headers.add(new Header("User-Agent", userAgent));
        }
        headers.addAll(packet.headers());
        if (target.methodOverride()) {
            headers.add(new Header(BitsHeaders.METHOD_OVERRIDE, BitsHeaders.VERB));
        }
        authorization.ifPresent(value -> headers.add(new Header("Authorization", value)));
        target.askedProxy()
                .flatMap(Proxy::authorization)
                .ifPresent(value -> headers.add(new Header("Proxy-Authorization", value)));
        headers.addAll(target.headers(packet.identity()));
        RequestSpecification request = given().config(config)
                .urlEncodingEnabled(false)
                .headers(new Headers(headers.stream()
                        .map(header -> new io.restassured.http.Header(header.name(), header.value()))
                        .toList()));
        packet.content().ifPresent(content -> request.body(content.bytes()));
        return request;
    }

    private Traffic traffic(boolean answered, String method, WireBytes unasked) {
        TappedSocket socket = client.socket().orElseThrow();
        Tap tap = socket.tap();
        Optional<Ending> failure = tap.failure();
        boolean ended = failure.filter(how -> how == Ending.CLOSED).isPresent();
        Optional<Answer> answer = AnswerParser.parse(tap.receivedText(), method, ended);
        boolean complete = answer.filter(Answer::complete).isPresent();
        Ending ending = complete ? Ending.ANSWERED : failure.orElse(answered ? Ending.ANSWERED : Ending.NOT_HTTP);
        Traffic traffic = tap.finish(socket.id(), unasked, ending);
        losses.look(traffic);
        reusable = answered
                && complete
                && failure.isEmpty()
                && answer.get().excess() == 0
                && !socket.refused()
                && !socket.isClosed();
        if (!reusable) {
            client.abandon();
        }
        return traffic;
    }

    private Traffic notConnected(long started, WireBytes unasked, Exception e) {
        causes(e)
                .filter(DrivingStopped.class::isInstance)
                .map(DrivingStopped.class::cast)
                .findFirst()
                .ifPresent(stopped -> {
                    throw stopped;
                });
        if (causes(e).noneMatch(ConnectException.class::isInstance)) {
            throw notSent(e);
        }
        return Traffic.notConnected(unasked, started, clock.micros());
    }

    private static IllegalStateException notSent(Exception e) {
        return new IllegalStateException("a packet could not be sent: " + e.getMessage(), e);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
    }
}
