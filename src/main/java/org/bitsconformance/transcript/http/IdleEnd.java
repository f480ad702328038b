package org.bitsconformance.transcript.http;

import java.util.regex.Pattern;

/**
 * The last word of a server that ends a connection on which no request came in time: 408 (RFC 2616 10.4.9). It is not
 * the answer to a packet, even if one was sent meanwhile; that packet was not carried out, and may be repeated.
 */
public final class IdleEnd {

    private static final Pattern LAST_WORD = Pattern.compile("HTTP/1\\.[01] 408[ \\r\\n](?s:.*)");
    private static final Pattern ACK = Pattern.compile("(?i)\\nBITS-Packet-Type[ \\t]*:");

    private IdleEnd() {}

    /** Whether bytes from a server are that: an Ack is not, whatever its status. */
    public static boolean is(WireBytes bytes) {
        return is(bytes.text());
    }

    /** As {@link #is(WireBytes)}, of bytes as ISO 8859-1 text. */
    public static boolean is(String text) {
        return LAST_WORD.matcher(text).matches() && !ACK.matcher(text).find();
    }
}
