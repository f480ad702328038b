package org.bitsconformance.innocent;

/** What came is not HTTP that the server can handle; the answer is below the protocol (MC-BUP 3.2.5.2.1). */
@SuppressWarnings("serial")
final class Refused extends Exception {

    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
