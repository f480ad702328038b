package org.bitsconformance.upload;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** An upload that arrived, as far as it did. */
public final class ReceivedUpload {

    private final String path;
    private final byte[] bytes;
    private final boolean closed;

    /**
     * What arrived at a path.
     *
     * @param path of the URL, as the client sent it
     * @param closed whether the client closed the session, so that the file is at its destination
     */
    public ReceivedUpload(String path, byte[] bytes, boolean closed) {
        this.path = path;
        this.bytes = bytes.clone();
        this.closed = closed;
    }

    /** The path of its URL, as the client sent it. */
    public String path() {
        return path;
    }

    /** The last part of the path, decoded. */
    public String name() {
        String encoded = path.substring(path.lastIndexOf('/') + 1);
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The bytes that arrived, from the first on. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes arrived. */
    public long length() {
        return bytes.length;
    }

    /** Whether the client closed the session, so that the file is at its destination. A cancelled upload is not listed. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public String toString() {
        return path + " (" + bytes.length + " bytes, " + (closed ? "closed" : "open") + ")";
    }
}
