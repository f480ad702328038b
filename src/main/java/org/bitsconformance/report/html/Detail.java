package org.bitsconformance.report.html;

/** How much of an exchange the page shows. */
enum Detail {
    /** For exchanges that decided something, and for cases that did not pass. */
    FULL(80, 1_000, 1_024, 60),
    /** For cases that passed. */
    SHORT(24, 200, 64, 30);

    /** Maximum number of header lines. */
    final int headLines;

    /** Maximum bytes per line. */
    final int lineBytes;

    /** Maximum bytes of a text body. */
    final int bodyBytes;

    /** Maximum exchanges per case. */
    final int exchanges;

    Detail(int headLines, int lineBytes, int bodyBytes, int exchanges) {
        this.headLines = headLines;
        this.lineBytes = lineBytes;
        this.bodyBytes = bodyBytes;
        this.exchanges = exchanges;
    }
}
