package org.bitsconformance.reference;

/**
 * Bytes of a file that somebody asks for.
 *
 * @param first offset of the first byte, zero-based
 * @param last offset of the last byte, inclusive
 */
record ByteRange(int first, int last) {

    int length() {
        return last - first + 1;
    }

    /** These bytes of a file. */
    Bytes of(Bytes content) {
        return content.slice(first, last + 1);
    }

    /** The value of Content-Range, of a file of {@code total} bytes. */
    String contentRange(int total) {
        return "bytes " + first + "-" + last + "/" + total;
    }
}
