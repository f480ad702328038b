package org.bitsconformance.transcript.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Headers;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.SecretFields;
import org.bitsconformance.transcript.http.WireBytes;
import org.bitsconformance.transcript.http.WireBytes.Omitted;

/**
 * An entry of a HAR 1.2 file, and its exchange. The messages are rebuilt from what the file contains; if only the
 * length of a body is known, the body has just that length. Credentials and cookies are left out.
 */
record HarEntry(Instant started, CapturedUrl url, JsonNode json, Headers requestHeaders, Headers answerHeaders) {

    private static final int LONGEST_KEPT_BODY = 1 << 10;
    private static final int LONGEST_FILLED_BODY = 256 << 10;
    private static final String END = "\r\n";

    /** Captures write the version in many ways, and as the browser or the proxy saw it: it proves nothing. */
    private static final String VERSION = "HTTP/1.1";

    /**
     * Parses an entry; empty if it is no BITS packet, whatever else it contains.
     *
     * @throws IllegalArgumentException if it lacks its start time, its URL or the headers of a message; the message
     *     says which
     */
    static Optional<HarEntry> of(JsonNode json) {
        Headers sent = headers(json.at("/request/headers"));
        return Request.isPacket(json.at("/request/method").asText(), sent)
                ? Optional.of(ofPacket(json, sent))
                : Optional.empty();
    }

    private static HarEntry ofPacket(JsonNode json, Headers sent) {
        boolean answered = json.at("/response/status").asInt() > 0;
        check(
                !json.at("/request/headers").isEmpty(),
                "request.headers is missing: the capture does not show the packet");
        check(
                !answered || !json.at("/response/headers").isEmpty(),
                "response.headers is missing: the capture does not show the answer; record it again with headers");
        return new HarEntry(
                started(json.path("startedDateTime").asText()),
                CapturedUrl.of(json.at("/request/url").asText())
                        .orElseThrow(() -> new IllegalArgumentException("request.url must have a scheme and a host")),
                json,
                sent,
                headers(json.at("/response/headers")));
    }

    private static void check(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /** The packet and its answer. */
    CapturedPacket packet() {
        boolean answered = json.at("/response/status").asInt() > 0;
        long sending = nanos("send") + nanos("blocked") + nanos("dns") + nanos("connect");
        long whole = Math.round(Math.max(0, json.path("time").asDouble()) * 1_000_000);
        return new CapturedPacket(
                url.origin(),
                "",
                CapturedPacket.Place.unknown(json.path("connection").asText("")),
                new CapturedPacket.Times(started, Duration.ofNanos(sending), Duration.ofNanos(whole)),
                request(),
                answered ? answer() : WireBytes.NONE,
                answered ? Ending.ANSWERED : Ending.CUT_OFF);
    }

    private WireBytes request() {
        String host = requestHeaders.has("Host") ? "" : "Host: " + url.authority() + END;
        String head = latin(method()) + " " + url.target() + " " + VERSION + END + host + lines(requestHeaders) + END;
        String text = body(json.at("/request/postData"));
        long length = firstKnown(
                json.at("/request/bodySize").asLong(-1),
                requestHeaders.contentLength().orElse(-1),
                text.length());
        return length == text.length() && length <= LONGEST_KEPT_BODY
                ? WireBytes.of(head + text)
                : new WireBytes(
                        head, length == 0 ? Optional.empty() : Optional.of(new Omitted(length, "", Optional.empty())));
    }

    private WireBytes answer() {
        String head = VERSION + " "
                + json.at("/response/status").asInt() + " "
                + latin(json.at("/response/statusText").asText()) + END + lines(answerHeaders) + END;
        return WireBytes.of(head + answerBody());
    }

    /** HAR has decoded bodies; this one is as it must have been for the header to be true. */
    private String answerBody() {
        String text = body(json.at("/response/content"));
        if (answerHeaders.first("Transfer-Encoding").isPresent()) {
            String chunk = text.isEmpty() ? "" : Integer.toHexString(text.length()) + END + text + END;
            return chunk + "0" + END + END;
        }
        long length = answerHeaders.contentLength().orElse(-1);
        boolean coded = answerHeaders.has(BitsHeaders.CONTENT_ENCODING);
        boolean known = !text.isEmpty() && !coded;
        return known || length < 0 ? text : "?".repeat((int) Math.min(length, LONGEST_FILLED_BODY));
    }

    private String method() {
        return json.at("/request/method").asText();
    }

    private long nanos(String timing) {
        return Math.round(Math.max(0, json.at("/timings/" + timing).asDouble(0)) * 1_000_000);
    }

    private static String body(JsonNode holder) {
        String text = holder.path("text").asText("");
        boolean base64 = Stream.of("encoding", "_encoding")
                .anyMatch(key -> holder.path(key).asText().equals("base64"));
        return base64 ? decoded(text) : latin8(text);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static long firstKnown(long... lengths) {
        for (long length : lengths) {
            if (length >= 0) {
                return length;
            }
        }
        return 0;
    }

    private static Headers headers(JsonNode list) {
        List<Header> fields = new ArrayList<>();
        for (JsonNode field : list) {
            String name = latin(field.path("name").asText());
            if (!name.isEmpty() && !name.startsWith(":")) {
                String line = name + ": " + latin(field.path("value").asText());
                fields.add(new Header(name, SecretFields.masked(line).substring(name.length() + 2)));
            }
        }
        return new Headers(fields);
    }

    private static String lines(Headers headers) {
        return headers.fields().stream().map(field -> field + END).collect(Collectors.joining());
    }

    /** One line of it, with each byte of its UTF-8 as a character. */
    private static String latin(String text) {
        return latin8(text.replaceAll("[\r\n]+[ \t]*", " ").strip());
    }

    private static String latin8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Instant started(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("startedDateTime must be an ISO 8601 time with its zone", e);
        }
    }
}
