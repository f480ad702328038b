package org.bitsconformance.reference;

import java.util.Optional;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderFields;

/** What a test's client got back. */
public record ReceivedReply(int status, HeaderFields headers, Bytes body) {

    /** The value of a header; empty if it is absent. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }
}
