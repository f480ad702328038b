package org.bitsconformance.transcript.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;

/**
 * A request as sent, parsed from the recorded bytes.
 *
 * @param method HTTP method, in the case it was sent in
 * @param target request target
 * @param version such as {@code HTTP/1.1}
 * @param headers header fields
 * @param bodyLength number of bytes that followed the header, without chunked coding
 * @param packetType the packet type; empty if the header is missing or names none
 * @param contentRange the range of a fragment; empty when missing or malformed
 */
public record Request(
        String method,
        String target,
        String version,
        Headers headers,
        long bodyLength,
        Optional<PacketType> packetType,
        Optional<ContentRange> contentRange) {

    private static final Set<String> UPLOADING_NOTHING = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "CONNECT");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern REQUEST_LINE = Pattern.compile(TOKEN.pattern() + " [^ ]+ HTTP/1\\.1");
    private static final Pattern UPWARDS =
            Pattern.compile("(?i)(/|\\\\|%(25)*(2f|5c))(\\.|%(25)*2e){2}(/|\\\\|%(25)*(2f|5c))");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");

    /** Parses recorded bytes, once; for a request that was cut off inside its header, as much as was sent. */
    public static Request parse(WireBytes bytes) {
        return bytes.request();
    }

    /**
     * Whether a request of somebody else's client is a packet, though perhaps a wrong one: its method is
     * {@code BITS_POST}, or is to be taken as that, or it has a packet type. A method that by its meaning uploads nothing
     * makes none of it (RFC 2616 9.1.1): a client may fetch a reply with the header fields of its packets.
     */
    public static boolean isPacket(String method, Headers headers) {
        boolean overridden = headers.first(BitsHeaders.METHOD_OVERRIDE)
                .filter(BitsHeaders.VERB::equalsIgnoreCase)
                .isPresent();
        return method.equalsIgnoreCase(BitsHeaders.VERB)
                || (!UPLOADING_NOTHING.contains(method) && (overridden || headers.has(BitsHeaders.PACKET_TYPE)));
    }

    /** Parses recorded bytes without keeping the result. */
    static Request read(WireBytes bytes) {
        String text = bytes.text();
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        List<String> lines = Arrays.asList(head.split("\r\n", -1));
        String[] words = lines.get(0).split(" ", 3);
        Headers headers = Headers.parse(lines.subList(1, lines.size()), new ArrayList<>());
        return new Request(
                words[0],
                words.length > 1 ? words[1] : "",
                words.length > 2 ? words[2] : "",
                headers,
                end < 0 ? 0 : bodyLength(headers, bytes, end + 4),
                headers.first(BitsHeaders.PACKET_TYPE).flatMap(PacketType::named),
                headers.first(BitsHeaders.CONTENT_RANGE).flatMap(ContentRange::parse));
    }

    private static long bodyLength(Headers headers, WireBytes bytes, int start) {
        long sent = bytes.length() - start;
        return !headers.isChunked()
                ? sent
                : bytes.omitted()
                        .map(rest -> rest.content().orElse(sent))
                        .orElseGet(
                                () -> AnswerParser.lengthOfChunked(bytes.text().substring(start)));
    }

    /**
     * Whether HTTP gives no reason to refuse these bytes: a {@linkplain #headWellFormed whole header} in the right
     * form, and no more bytes after it than {@code Content-Length} says. A body that was cut off is not a flaw of form.
     */
    public static boolean wellFormed(WireBytes bytes) {
        return bytes.wellFormedRequest();
    }

    /** Looks at the form of recorded bytes without keeping the result. */
    static boolean readWellFormed(WireBytes bytes) {
        if (!headWellFormed(bytes)) {
            return false;
        }
        Headers headers = parse(bytes).headers();
        long length =
                headers.first(BitsHeaders.CONTENT_LENGTH).map(Long::valueOf).orElse(0L);
        return headers.has("Transfer-Encoding") || bytes.length() - bytes.text().indexOf("\r\n\r\n") - 4 <= length;
    }

    /** Whether these bytes begin with a whole header in the form of RFC 2616 section 5, with one {@code Host}. */
    public static boolean headWellFormed(WireBytes bytes) {
        String text = bytes.text();
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String head = text.substring(0, end);
        List<String> lines = Arrays.asList(head.split("\r\n", -1));
        List<String> defects = new ArrayList<>();
        Headers headers = Headers.parse(lines.subList(1, lines.size()), defects);
        List<String> lengths = headers.all(BitsHeaders.CONTENT_LENGTH);
        return defects.isEmpty()
                && REQUEST_LINE.matcher(lines.get(0)).matches()
                && !CONTROL_CHARACTER.matcher(head.replace("\r\n", "")).find()
                && headers.fields().stream()
                        .allMatch(field -> TOKEN.matcher(field.name()).matches())
                && headers.all("Host").size() == 1
                && lengths.stream().distinct().count() <= 1
                && lengths.stream().allMatch(length -> LENGTH.matcher(length).matches());
    }

    /**
     * Whether its path has a segment of two dots, however encoded: an HTTP server may refuse it before the BITS server
     * sees it.
     */
    public boolean leadsUpwards() {
        return UPWARDS.matcher(target).find();
    }

    /** What the request target names, in any form: its path from the first slash, and its query. */
    public String resource() {
        String path = target.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*", "");
        return path.startsWith("/") ? path : "/" + path;
    }

    /** Like {@link #resource()}, of a URL. */
    public static String resourceOf(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    public boolean is(PacketType type) {
        return packetType().filter(type::equals).isPresent();
    }

    public Optional<String> sessionId() {
        return headers.first(BitsHeaders.SESSION_ID);
    }
}
