package org.bitsconformance.drive.transport;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Request;

/**
 * The request line and the header of a packet as text, for a {@link RawConnection}.
 *
 * @param method HTTP method
 * @param target request target
 * @param version such as {@code HTTP/1.1}
 * @param lines the lines of the header, without line ends; a folded line includes its fold
 */
public record RequestText(String method, String target, String version, List<String> lines) {

    public static final String END_OF_LINE = "\r\n";

    private static final String AUTHORIZATION = "Authorization";

    public RequestText {
        lines = List.copyOf(lines);
    }

    /** A packet as every {@link Sender} sends it. */
    public static RequestText rendering(Packet packet, Target target, String userAgent) {
        List<String> lines = new ArrayList<>();
        own(lines, target, "Host", packet.url().getRawAuthority());
        own(lines, target, "Accept", "*/*");
        own(lines, target, "User-Agent", userAgent);
        if (target.requests().methodOverride()) {
            lines.add(BitsHeaders.METHOD_OVERRIDE + ": " + BitsHeaders.VERB);
        }
        packet.headers().forEach(header -> lines.add(header.toString()));
        target.basic(packet.identity()).ifPresent(value -> lines.add(AUTHORIZATION + ": " + value));
        target.askedProxy()
                .flatMap(Proxy::authorization)
                .ifPresent(value -> lines.add("Proxy-Authorization: " + value));
        for (Header header : target.headers(packet.identity())) {
            lines.add(header.toString());
        }
        lines.add(BitsHeaders.CONTENT_LENGTH + ": "
                + packet.content().map(Packet.Content::length).orElse(0L));
        return new RequestText(
                target.requests().methodOverride() ? "POST" : BitsHeaders.VERB,
                asked(packet.url(), target),
                "HTTP/1.1",
                lines);
    }

    /** A request to delete the file at a URL. */
    public static RequestText deleting(URI url, Target target, String userAgent) {
        return rendering(Packet.of(PacketType.CANCEL_SESSION, url), target, userAgent)
                .withMethod("DELETE")
                .without(BitsHeaders.PACKET_TYPE)
                .without(BitsHeaders.METHOD_OVERRIDE);
    }

    /**
     * A request to download a reply, over a connection that ends with it.
     *
     * @param method GET or HEAD
     * @param own whether the URL is on the target's own host; only that gets the extra header fields and the
     *     credentials
     */
    public static RequestText downloading(String method, URI url, Target target, boolean own, String userAgent) {
        Target known = own ? target : Target.at(url.toString());
        List<String> lines = new ArrayList<>();
        own(lines, known, "Host", url.getRawAuthority());
        own(lines, known, "Accept", "*/*");
        own(lines, known, "Accept-Encoding", "identity");
        own(lines, known, "User-Agent", userAgent);
        own(lines, known, "Connection", "close");
        known.basic(Identity.USER).ifPresent(value -> lines.add(AUTHORIZATION + ": " + value));
        target.askedProxy()
                .flatMap(Proxy::authorization)
                .ifPresent(value -> lines.add("Proxy-Authorization: " + value));
        known.headers(Identity.USER).forEach(header -> lines.add(header.toString()));
        return new RequestText(method, asked(url, target), "HTTP/1.1", lines);
    }

    /** The text of a packet without a body. */
    public static String of(Packet packet, Target target, String userAgent) {
        return rendering(packet, target, userAgent).text();
    }

    public RequestText withMethod(String other) {
        return new RequestText(other, target, version, lines);
    }

    public RequestText withTarget(String other) {
        return new RequestText(method, other, version, lines);
    }

    public RequestText withVersion(String other) {
        return new RequestText(method, target, other, lines);
    }

    public RequestText with(String name, String value) {
        List<String> more = new ArrayList<>(lines);
        more.add(name + ": " + value);
        return new RequestText(method, target, version, more);
    }

    public RequestText without(String name) {
        return new RequestText(
                method,
                target,
                version,
                lines.stream().filter(line -> !isOf(line, name)).toList());
    }

    /** Changes the lines of a field. */
    public RequestText changing(String name, UnaryOperator<String> change) {
        return new RequestText(
                method,
                target,
                version,
                lines.stream()
                        .map(line -> isOf(line, name) ? change.apply(line) : line)
                        .toList());
    }

    /** The first value of a field; empty if there is none. */
    public String value(String name) {
        return lines.stream()
                .filter(line -> isOf(line, name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** The whole text, up to and including the blank line. */
    public String text() {
        return method + " " + target + " " + version + END_OF_LINE + String.join(END_OF_LINE, lines) + END_OF_LINE
                + END_OF_LINE;
    }

    private static boolean isOf(String line, String name) {
        return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }

    /** Replaces the credentials with those of another attempt. */
    public RequestText authorized(Optional<String> value) {
        if (value.isEmpty()) {
            return this;
        }
        return value(AUTHORIZATION).isEmpty()
                ? with(AUTHORIZATION, value.get())
                : changing(AUTHORIZATION, line -> AUTHORIZATION + ": " + value.get());
    }

    /** The request target for a URL; a proxy gets the whole URL (RFC 2616 5.1.2). */
    public static String asked(URI url, Target target) {
        return target.askedProxy().isPresent() ? url.toString() : Request.resourceOf(url);
    }

    private static void own(List<String> lines, Target target, String name, String value) {
        if (!target.sets(name)) {
            lines.add(name + ": " + value);
        }
    }
}
