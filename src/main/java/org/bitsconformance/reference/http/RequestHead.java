package org.bitsconformance.reference.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;

/**
 * The request line and the header section of a request, checked as HTTP requires.
 *
 * @param path the path of the target without its query, even if the target is a whole URL (RFC 2616 5.1.2)
 * @param query the query of the target, as sent; empty if there is none
 * @param http10 whether the request says HTTP/1.0
 * @param length number of bytes in the body; {@link #CHUNKED} if it is chunked, 0 if there is none
 */
public record RequestHead(
        String verb, String path, Optional<String> query, boolean http10, HeaderFields headers, long length) {

    public static final long CHUNKED = -1;

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final String CHUNKED_CODING = "chunked";

    /** Parses the lines of a header section. Throws {@link MalformedRequest} if HTTP permits no such request. */
    static RequestHead of(String requestLine, HeaderFields headers) throws MalformedRequest {
        String[] words = requestLine.split(" ", -1);
        if (words.length != 3 || !isName(words[0]) || !words[2].matches("HTTP/\\d\\.\\d")) {
            throw new MalformedRequest("no request line");
        }
        if (!words[2].startsWith("HTTP/1.")) {
            throw new MalformedRequest(StatusCode.VERSION_NOT_SUPPORTED, words[2]);
        }
        boolean http10 = words[2].equals("HTTP/1.0");
        int hosts = headers.all("Host").size();
        if (hosts > 1 || (hosts == 0 && !http10)) {
            throw new MalformedRequest("not one Host");
        }
        RequestHead head =
                new RequestHead(words[0], pathOf(words[1]), queryOf(words[1]), http10, headers, lengthOf(headers));
        if (headers.contains("Expect") && !head.awaitsContinue()) {
            throw new MalformedRequest(StatusCode.EXPECTATION_FAILED, "an unknown Expect");
        }
        return head;
    }

    static boolean isName(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** Whether the client may wait for an interim answer before it sends the body (RFC 2616 8.2.3). */
    public boolean awaitsContinue() {
        return headers.all("Expect").stream().allMatch("100-continue"::equalsIgnoreCase)
                && headers.contains("Expect")
                && !http10;
    }

    /** Whether another request may follow on the connection; never after HTTP/1.0. */
    public boolean keepsConnection() {
        return !http10
                && headers.all("Connection").stream()
                        .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("close"));
    }

    public ReceivedPacket packet(Bytes body, int connection) {
        return new ReceivedPacket(verb, path, query, headers, body, connection);
    }

    private static String pathOf(String target) throws MalformedRequest {
        String path = target.replaceFirst("^[Hh][Tt][Tt][Pp][Ss]?://[^/?]*", "").split("\\?", 2)[0];
        boolean whole = path.length() < target.length() && path.isEmpty();
        if (!path.startsWith("/") && !whole && !target.equals("*")) {
            throw new MalformedRequest("no target");
        }
        return whole ? "/" : path;
    }

    /** What follows the first question mark of a target; empty if there is nothing. */
    public static Optional<String> queryOf(String target) {
        int mark = target.indexOf('?');
        return Optional.of(target.substring(mark + 1)).filter(query -> mark >= 0 && !query.isEmpty());
    }

    private static long lengthOf(HeaderFields headers) throws MalformedRequest {
        List<String> codings = headers.all("Transfer-Encoding");
        List<String> lengths =
                headers.all(BitsHeaders.CONTENT_LENGTH).stream().distinct().toList();
        if (!codings.isEmpty()) {
            if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase(CHUNKED_CODING)) {
                throw new MalformedRequest(StatusCode.NOT_IMPLEMENTED, "an unknown transfer coding");
            }
            if (!lengths.isEmpty()) {
                throw new MalformedRequest("two lengths of the body");
            }
            return CHUNKED;
        }
        if (lengths.size() > 1 || (lengths.size() == 1 && !lengths.get(0).matches("\\d{1,18}"))) {
            throw new MalformedRequest("not one Content-Length");
        }
        return lengths.isEmpty() ? 0 : Long.parseLong(lengths.get(0));
    }
}
