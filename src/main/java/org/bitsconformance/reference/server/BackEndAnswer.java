package org.bitsconformance.reference.server;

import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.StatusCode;

/**
 * What a server application answered to its notification (MC-BUP 2.2.13).
 *
 * @param problem why there is no answer, or no valid one; the other components then have what arrived of it
 * @param status the HTTP status code
 * @param body the reply, if the application gives one; by reference, what it wrote into the file for it
 */
public record BackEndAnswer(Optional<Refusal> problem, int status, HeaderFields headers, Bytes body) {

    /** Success without a reply. */
    static final BackEndAnswer EMPTY = of(StatusCode.OK.code(), HeaderFields.NONE);

    /** The same, and the application wants the upload at its destination. */
    public static final BackEndAnswer AGREED =
            EMPTY.with(HeaderFields.NONE.with(BitsHeaders.COPY_FILE_TO_DESTINATION, ""));

    /** An answer without a body. */
    static BackEndAnswer of(int status, HeaderFields headers) {
        return new BackEndAnswer(Optional.empty(), status, headers, Bytes.NONE);
    }

    /** No answer. */
    static BackEndAnswer missing(Refusal problem) {
        return EMPTY.with(problem);
    }

    public BackEndAnswer with(Refusal other) {
        return new BackEndAnswer(Optional.of(other), status, headers, body);
    }

    public BackEndAnswer with(HeaderFields others) {
        return new BackEndAnswer(problem, status, others, body);
    }

    public BackEndAnswer with(Bytes other) {
        return new BackEndAnswer(problem, status, headers, other);
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }
}
