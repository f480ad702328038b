package org.bitsconformance.drive.transport;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.drive.transport.Packet.Content;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.target.Access;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.WireBytes;
import org.bitsconformance.transcript.http.WireBytes.Generated;
import org.bitsconformance.transcript.http.WireBytes.Omitted;

/** Numbers events, removes secrets from them, and passes them on. */
public final class Recorder {

    private static final int LONGEST_KEPT_BODY = 1 << 10;

    /**
     * Separates the parts of a header value that are secret on their own: the token after a scheme, the value of each
     * cookie.
     */
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s;,=\"]+");

    private static final int SHORTEST_PART = 8;

    private final RunClock clock;
    private final Map<String, AtomicInteger> counters;
    private final Consumer<Event> sink;
    private final Secrets secrets;
    private final boolean proxied;
    private final int lane;

    public Recorder(Target target, Consumer<Event> sink) {
        this.clock = new RunClock();
        this.counters = new ConcurrentHashMap<>();
        this.sink = sink;
        this.secrets = secretsOf(target);
        this.proxied = target.askedProxy().isPresent();
        this.lane = 0;
    }

    private Recorder(Recorder whole, int lane) {
        this.clock = whole.clock;
        this.counters = whole.counters;
        this.sink = whole.sink;
        this.secrets = whole.secrets;
        this.proxied = whole.proxied;
        this.lane = lane;
    }

    /** The same, of what belongs to one of several uploads at the same time; {@code which} counts from 1. */
    public Recorder inLane(int which) {
        return new Recorder(this, which);
    }

    public void record(Event event) {
        sink.accept(event);
    }

    /** Adds a token that must not be shown. */
    void keepSecret(String token) {
        secrets.add(token);
    }

    public String mask(String text) {
        return secrets.mask(text);
    }

    public WireBytes mask(WireBytes bytes) {
        return secrets.mask(bytes);
    }

    /** Records what crossed a connection for a packet, without secrets and without content that can be generated again. */
    public Exchange exchange(
            String caseId, Purpose purpose, int session, int attempt, Traffic traffic, Optional<Content> body) {
        return exchange(caseId, purpose, session, attempt, traffic, body, Identity.USER);
    }

    /** As above, for a packet with another user's credentials. */
    public Exchange exchange(
            String caseId,
            Purpose purpose,
            int session,
            int attempt,
            Traffic traffic,
            Optional<Content> body,
            Identity identity) {
        return exchange(caseId, purpose, session, attempt, traffic, body, new SendContext(identity, proxied));
    }

    /** Records the download of a reply; {@code otherName} says whether it is on the target's host under another name. */
    public Exchange download(String caseId, int session, int attempt, Traffic traffic, boolean otherName) {
        SendContext carriage = new SendContext(Identity.USER, proxied, otherName);
        return exchange(caseId, Purpose.DOWNLOAD, session, attempt, traffic, Optional.empty(), carriage);
    }

    private Exchange exchange(
            String caseId,
            Purpose purpose,
            int session,
            int attempt,
            Traffic traffic,
            Optional<Content> body,
            SendContext carriage) {
        Exchange exchange = new Exchange(
                nextId("x"),
                caseId,
                purpose,
                session,
                attempt,
                traffic.connection(),
                traffic.requestOnConnection(),
                secrets.mask(traffic.unasked()),
                secrets.mask(shortened(traffic.request(), body)),
                secrets.mask(traffic.answer()),
                traffic.ending(),
                traffic.timing(),
                carriage.in(lane));
        record(exchange);
        return exchange;
    }

    private static WireBytes shortened(WireBytes request, Optional<Content> body) {
        int endOfHead = request.text().indexOf("\r\n\r\n") + 4;
        long sent = request.length() - endOfHead;
        Optional<Content> generated = body.filter(content -> content.altered() == 0);
        if (generated.isEmpty() || endOfHead < 4) {
            return request;
        }
        Content content = generated.get();
        Optional<Omitted> digested =
                request.omitted().filter(rest -> request.text().length() == endOfHead);
        if (digested.isEmpty() && sent <= LONGEST_KEPT_BODY) {
            return request;
        }
        String sha256 =
                digested.map(Omitted::sha256).orElseGet(() -> Digests.sha256(content.payload(), content.first(), sent));
        Generated source = new Generated(content.payload().seed(), content.first());
        return new WireBytes(
                request.text().substring(0, endOfHead), Optional.of(new Omitted(sent, sha256, Optional.of(source))));
    }

    public RunClock clock() {
        return clock;
    }

    public long micros() {
        return clock.micros();
    }

    /** The next id of a kind: the prefix and a number, from 1. */
    public String nextId(String prefix) {
        return prefix
                + counters.computeIfAbsent(prefix, key -> new AtomicInteger()).incrementAndGet();
    }

    private static Secrets secretsOf(Target target) {
        List<String> words = new ArrayList<>();
        credentialsOf(target).forEach(found -> words.addAll(List.of(found.password(), found.token())));
        target.access().certificate().ifPresent(found -> words.add(found.password()));
        for (Header header : target.requests().headers()) {
            words.add(header.value());
            BETWEEN_PARTS
                    .splitAsStream(header.value())
                    .filter(part -> part.length() >= SHORTEST_PART)
                    .forEach(words::add);
        }
        return new Secrets(
                target.requests().headers().stream().map(Header::name).toList(),
                words.stream().flatMap(Recorder::asServersWriteIt).toList());
    }

    private static Stream<Credentials> credentialsOf(Target target) {
        Access access = target.access();
        return Stream.of(
                        target.access().user(),
                        target.access().user().map(Credentials::withWrongPassword),
                        access.other(),
                        access.denied(),
                        access.proxy().flatMap(Proxy::credentials))
                .flatMap(Optional::stream);
    }

    private static Stream<String> asServersWriteIt(String word) {
        String utf8 = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String form = URLEncoder.encode(word, StandardCharsets.UTF_8);
        return Stream.of(word, utf8, form, form.replace("+", "%20"));
    }
}
