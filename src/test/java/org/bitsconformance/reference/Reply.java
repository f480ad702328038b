package org.bitsconformance.reference;

import java.util.Optional;

/** What a test's client got back. */
record Reply(int status, Headers headers, Bytes body) {

    /** The value of a header; empty if it is absent. */
    Optional<String> header(String name) {
        return headers.first(name);
    }
}
