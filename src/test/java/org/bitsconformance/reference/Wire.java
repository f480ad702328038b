package org.bitsconformance.reference;

import java.util.List;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;

/** Carries the requests of a {@link Driver} to a server. */
interface Wire {

    /** Sends a request whose header section is exactly {@code headers}. */
    ReceivedReply send(String verb, String path, List<HeaderField> headers, Bytes body);
}
