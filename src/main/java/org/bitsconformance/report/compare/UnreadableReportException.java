package org.bitsconformance.report.compare;

/**
 * A file is not a report that this version can read; the message is one line that names the file and what would be
 * right.
 */
public final class UnreadableReportException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableReportException(String message) {
        super(message);
    }
}
