package org.bitsconformance.report.reproduce;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.report.reproduce.BrokenCase.Packet;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.UnusualForm;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.WireBytes;

/** A POSIX shell script that sends packets with curl. */
final class CurlScript {

    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~%=&;:,+@/?-]*");
    private static final Set<String> SET_BY_CURL = Set.of("host", "content-length", "authorization");
    private static final String END_OF_LINE = " \\\n";

    private final BrokenCase broken;
    private final TargetOfRun target;
    private final String url;
    private final long timeoutMillis;
    private final StringBuilder script = new StringBuilder();

    CurlScript(BrokenCase broken, String url, long timeoutMillis) {
        this.broken = broken;
        this.url = url;
        this.target = TargetOfRun.of(url);
        this.timeoutMillis = timeoutMillis;
    }

    /** Whether curl can send everything as it was sent, and shows what was wrong with the answers. */
    boolean possible() {
        return !broken.ofOneConnection()
                && !broken.ofDelivery()
                && !broken.ofBytes()
                && !broken.of().parameters().containsKey("pause")
                && PRINTABLE.matcher(url).matches()
                && broken.packets().stream().allMatch(this::sendable);
    }

    private boolean sendable(Packet packet) {
        WireBytes bytes = packet.exchange().request();
        Request request = packet.request();
        return packet.exchange().ending() == Ending.ANSWERED
                && packet.exchange().answer().text().startsWith("HTTP/1.1 ")
                && Request.wellFormed(bytes)
                && UnusualForm.of(bytes).isEmpty()
                && request.headers()
                        .first(BitsHeaders.CONTENT_LENGTH)
                        .filter(length -> length.equals(String.valueOf(request.bodyLength())))
                        .isPresent()
                && !request.leadsUpwards()
                && target.name(request.target())
                        .filter(name -> NAME.matcher(name).matches())
                        .isPresent()
                && plain(bytes.text(), request.headers().fields());
    }

    /** Whether each header field is on its own line, in the usual form, and occurs once. */
    private static boolean plain(String text, List<Header> fields) {
        Set<String> names = new HashSet<>();
        String[] lines = text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n", -1);
        boolean asUsual = lines.length == fields.size() + 1;
        for (int i = 0; asUsual && i < fields.size(); i++) {
            Header field = fields.get(i);
            asUsual = lines[i + 1].equals(field.name() + ": " + field.value())
                    && PRINTABLE.matcher(field.value()).matches()
                    && names.add(field.name().toLowerCase(Locale.ROOT));
        }
        return asUsual;
    }

    String text() {
        script.append("#!/bin/sh\n").append(ScriptHead.of(broken));
        script.append("RECORDED_URL=").append(ScriptText.shell(url)).append('\n');
        script.append("LIMIT=").append(timeoutMillis / 1000 + 1).append('\n');
        script.append(ScriptText.resource("reproduce.sh"));
        broken.packets().forEach(this::packet);
        return script.toString();
    }

    private void packet(Packet packet) {
        Request request = packet.request();
        script.append("\nprintf '== %s\\n' ")
                .append(ScriptText.shell(ScriptHead.title(packet)))
                .append('\n');
        long length = request.bodyLength();
        if (length > 0) {
            script.append("content ").append(length).append(" | ");
        }
        script.append("send -X ").append(ScriptText.shell(request.method())).append(END_OF_LINE);
        request.headers().fields().forEach(field -> header(field, packet.session()));
        for (String own : List.of("Accept", "User-Agent", "Content-Type")) {
            if (!request.headers().has(own)) {
                option(ScriptText.shell(own + ":"));
            }
        }
        if (request.headers().has("Authorization")) {
            script.append("  -u \"${BITS_USER-}:${BITS_PASSWORD-}\"").append(END_OF_LINE);
        }
        if (length > 0) {
            script.append("  --data-binary @-").append(END_OF_LINE);
        } else {
            option("'Content-Length: 0'");
        }
        Optional<String> name = target.name(request.target());
        script.append("  \"$(url_of ")
                .append(ScriptText.shell(name.map(PacketPart::renamed)
                        .filter(parts -> !parts.isEmpty())
                        .orElse(List.of(new PacketPart("", false)))))
                .append(")\"\n");
        packet.gives()
                .ifPresent(session -> script.append("SESSION_").append(session).append("=$(session_id)\n"));
    }

    private void header(Header field, OptionalInt session) {
        boolean masked = field.value().contains(ScriptHead.MASK);
        if (masked || SET_BY_CURL.contains(field.name().toLowerCase(Locale.ROOT))) {
            return;
        }
        if (session.isPresent() && field.named(BitsHeaders.SESSION_ID)) {
            option(ScriptText.shell(List.of(
                    new PacketPart(field.name() + ": ", false),
                    new PacketPart("SESSION_" + session.getAsInt(), true))));
        } else if (field.named("User-Agent")) {
            option(ScriptText.shell(field.toString()));
        } else {
            option(ScriptText.shell(PacketPart.renamed(field.toString())));
        }
    }

    private void option(String header) {
        script.append("  -H ").append(header).append(END_OF_LINE);
    }
}
