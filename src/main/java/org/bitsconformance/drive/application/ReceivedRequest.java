package org.bitsconformance.drive.application;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.http.WireBytes;

/** A request as it reached the server application. */
public final class ReceivedRequest {

    /** How much of a body the record keeps, in bytes. */
    static final int LONGEST_KEPT_BODY = 1 << 10;

    /** Also matches lines that wrongly end without a carriage return. */
    private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");

    private final WireBytes bytes;
    private final byte[] body;
    private final long bodyLength;
    private final boolean whole;
    private final long openedNanos;
    private final long receivedNanos;

    ReceivedRequest(
            WireBytes bytes, byte[] body, long bodyLength, boolean whole, long openedNanos, long receivedNanos) {
        this.bytes = bytes;
        this.body = body;
        this.bodyLength = bodyLength;
        this.whole = whole;
        this.openedNanos = openedNanos;
        this.receivedNanos = receivedNanos;
    }

    /** A connection that ended before anything was read. */
    static ReceivedRequest nothing(long openedNanos) {
        return new ReceivedRequest(WireBytes.NONE, new byte[0], 0, false, openedNanos, openedNanos);
    }

    /**
     * The bytes received, as far as they are kept: the header and the first {@value #LONGEST_KEPT_BODY} bytes of the
     * body.
     */
    public WireBytes bytes() {
        return bytes;
    }

    /** The request line and the header fields. */
    public String head() {
        Matcher end = BLANK_LINE.matcher(bytes.text());
        return end.find() ? bytes.text().substring(0, end.start()) : bytes.text();
    }

    /** At most the first {@value RequestBytes#LONGEST_BODY} bytes of the body, without chunked coding. */
    public InputStream body() {
        return new ByteArrayInputStream(body);
    }

    /** Number of bytes that {@link #body} returns. */
    public long keptLength() {
        return body.length;
    }

    /** Number of bytes of the whole body, including those that are not kept. */
    public long bodyLength() {
        return bodyLength;
    }

    /** Whether the request arrived completely. */
    public boolean whole() {
        return whole;
    }

    /** {@link System#nanoTime} when its connection was accepted. */
    public long openedNanos() {
        return openedNanos;
    }

    /** {@link System#nanoTime} when its last byte had arrived. */
    public long receivedNanos() {
        return receivedNanos;
    }
}
