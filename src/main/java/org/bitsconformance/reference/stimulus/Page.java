package org.bitsconformance.reference.stimulus;

import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;

/** A web page, as front ends and captive portals send it. */
final class Page {

    private static final Bytes TEXT = Bytes.of("""
            <!DOCTYPE html>
            <html><head><title>A page</title></head><body><p>This is not an Ack.</p></body></html>
            """);

    private Page() {}

    static ServerAnswer of(StatusCode status) {
        return ServerAnswer.empty(status)
                .with("Content-Type", "text/html; charset=utf-8")
                .with(TEXT);
    }
}
