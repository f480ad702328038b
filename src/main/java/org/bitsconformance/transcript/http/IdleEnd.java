package org.bitsconformance.transcript.http;

import java.util.regex.Pattern;

/**
 * The 408 with which a server ends a connection on which no request came in time (RFC 2616 10.4.9). It is not the
 * answer to a packet, even if one was sent meanwhile; that packet was not carried out and may be repeated.
 */
public final class IdleEnd {

    private static final Pattern LAST_WORD = Pattern.compile("HTTP/1\\.[01] 408[ \\r\\n](?s:.*)");
    private static final Pattern ACK = Pattern.compile("(?i)\\nBITS-Packet-Type[ \\t]*:");

    private IdleEnd() {}

    /** Whether bytes from a server are such a 408; an Ack never is, whatever its status. */
    public static boolean is(WireBytes bytes) {
        return is(bytes.text());
    }

    /** Like {@link #is(WireBytes)}, for bytes as ISO 8859-1 text. */
    public static boolean is(String text) {
        return LAST_WORD.matcher(text).matches() && !ACK.matcher(text).find();
    }
}
