package org.bitsconformance.reference.server;

import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.Headers;
import org.bitsconformance.reference.http.Status;

/**
 * What a server application answered to its notification (MC-BUP 2.2.13).
 *
 * @param problem why there is no such answer, or none that may be taken; what the other components have then is what
 *     arrived of it
 * @param status the HTTP status code
 * @param body the reply, where the application gives one; by reference what it wrote into the file for it
 */
public record ApplicationAnswer(Optional<Refusal> problem, int status, Headers headers, Bytes body) {

    /** Success without a reply. */
    static final ApplicationAnswer EMPTY = of(Status.OK.code(), Headers.NONE);

    /** The same, and the upload is wanted at its destination. */
    public static final ApplicationAnswer AGREED =
            EMPTY.with(Headers.NONE.with(BitsHeaders.COPY_FILE_TO_DESTINATION, ""));

    /** An answer without a body. */
    static ApplicationAnswer of(int status, Headers headers) {
        return new ApplicationAnswer(Optional.empty(), status, headers, Bytes.NONE);
    }

    /** No answer. */
    static ApplicationAnswer missing(Refusal problem) {
        return EMPTY.with(problem);
    }

    public ApplicationAnswer with(Refusal other) {
        return new ApplicationAnswer(Optional.of(other), status, headers, body);
    }

    public ApplicationAnswer with(Headers others) {
        return new ApplicationAnswer(problem, status, others, body);
    }

    public ApplicationAnswer with(Bytes other) {
        return new ApplicationAnswer(problem, status, headers, other);
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }
}
