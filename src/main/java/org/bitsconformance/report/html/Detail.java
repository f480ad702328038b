package org.bitsconformance.report.html;

/** How much of an exchange the page shows. */
enum Detail {
    /** Of exchanges that decided something, or of cases that did not pass. */
    FULL(80, 1_000, 1_024, 60),
    /** Of cases that passed. */
    SHORT(24, 200, 64, 30);

    /** How many lines of a head. */
    final int headLines;

    /** How many bytes of a line. */
    final int lineBytes;

    /** How many bytes of a body that is text. */
    final int bodyBytes;

    /** How many exchanges of a case. */
    final int exchanges;

    Detail(int headLines, int lineBytes, int bodyBytes, int exchanges) {
        this.headLines = headLines;
        this.lineBytes = lineBytes;
        this.bodyBytes = bodyBytes;
        this.exchanges = exchanges;
    }
}
