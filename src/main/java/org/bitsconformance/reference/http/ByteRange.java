package org.bitsconformance.reference.http;

/**
 * The bytes of a file that a client asks for.
 *
 * @param first offset of the first byte, zero-based
 * @param last offset of the last byte, inclusive
 */
public record ByteRange(int first, int last) {

    public int length() {
        return last - first + 1;
    }

    /** These bytes of a file. */
    public Bytes of(Bytes content) {
        return content.slice(first, last + 1);
    }

    /** The value of Content-Range for a file of {@code total} bytes. */
    public String contentRange(int total) {
        return "bytes " + first + "-" + last + "/" + total;
    }
}
