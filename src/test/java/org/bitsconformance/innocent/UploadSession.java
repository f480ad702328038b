package org.bitsconformance.innocent;

import java.io.ByteArrayOutputStream;

/** One upload, from Create-Session to its end. */
final class UploadSession {

    static final long UNKNOWN = -1;

    private final String id;
    private final String path;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long total = UNKNOWN;
    private long lastFirst = UNKNOWN;

    UploadSession(String id, String path) {
        this.id = id;
        this.path = path;
    }

    String id() {
        return id;
    }

    /** Where the upload goes. */
    String path() {
        return path;
    }

    byte[] received() {
        return bytes.toByteArray();
    }

    /** The offset of the next byte. */
    long next() {
        return bytes.size();
    }

    /** The total number of bytes; {@link #UNKNOWN} until a fragment has stated it. */
    long total() {
        return total;
    }

    boolean complete() {
        return total != UNKNOWN && next() == total;
    }

    /** The offset of the last accepted fragment. */
    long firstOfLast() {
        return lastFirst;
    }

    /** Takes what is new in a fragment that leaves no gap. */
    void take(ContentRangeValue range, byte[] body) {
        total = range.total() == UNKNOWN ? total : range.total();
        int known = (int) Math.min(next() - range.first(), body.length);
        if (known < body.length) {
            lastFirst = range.first();
        }
        bytes.write(body, known, body.length - known);
    }
}
