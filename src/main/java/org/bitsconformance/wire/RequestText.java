package org.bitsconformance.wire;

import java.net.URI;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.Header;
import org.bitsconformance.wire.Packet.Content;

/** Requests as text, for a {@link RawConnection}. */
final class RequestText {

    private RequestText() {}

    /** The header of a packet, as REST Assured would send it, with the blank line at its end. */
    static String of(Packet packet, Target target, String userAgent) {
        StringBuilder text = new StringBuilder();
        line(text, (target.methodOverride() ? "POST" : BitsHeaders.VERB) + " " + path(packet.url()) + " HTTP/1.1");
        own(text, target, "Host", packet.url().getRawAuthority());
        own(text, target, "Accept", "*/*");
        own(text, target, "User-Agent", userAgent);
        if (target.methodOverride()) {
            line(text, BitsHeaders.METHOD_OVERRIDE + ": " + BitsHeaders.VERB);
        }
        packet.headers().forEach(header -> line(text, header.toString()));
        target.authorization().ifPresent(value -> line(text, "Authorization: " + value));
        for (Header header : target.headers()) {
            line(text, header.toString());
        }
        line(text, "Content-Length: " + packet.content().map(Content::length).orElse(0));
        line(text, "");
        return text.toString();
    }

    private static String path(URI url) {
        return url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
    }

    private static void own(StringBuilder text, Target target, String name, String value) {
        if (!target.sets(name)) {
            line(text, name + ": " + value);
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }
}
