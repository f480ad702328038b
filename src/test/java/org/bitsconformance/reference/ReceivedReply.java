package org.bitsconformance.reference;

import java.util.Optional;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderFields;

/** An answer as a test's client received it. */
public record ReceivedReply(int status, HeaderFields headers, Bytes body) {

    /** The value of a header; empty if it is absent. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }
}
