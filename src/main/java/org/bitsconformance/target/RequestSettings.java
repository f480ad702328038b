package org.bitsconformance.target;

import java.time.Duration;
import java.util.List;
import org.bitsconformance.transcript.http.Header;

/**
 * How requests go to a target.
 *
 * @param headers extra header fields of every request, which replace the suite's own with the same name; their values
 *     are treated as secret
 * @param methodOverride whether to send {@code POST} with {@code X-HTTP-Method-Override: BITS_POST}
 * @param timeout longest time from the last byte of a request to the last byte of its answer
 */
public record RequestSettings(List<Header> headers, boolean methodOverride, Duration timeout) {

    /** No extra header, {@code BITS_POST}, and 5 seconds. */
    public static final RequestSettings USUAL = new RequestSettings(List.of(), false, Duration.ofSeconds(5));

    public RequestSettings {
        headers = List.copyOf(headers);
    }

    /** A copy with another time limit. */
    public RequestSettings with(Duration otherTimeout) {
        return new RequestSettings(headers, methodOverride, otherTimeout);
    }

    /** Does not show header values. */
    @Override
    public String toString() {
        return "RequestSettings[headers="
                + headers.stream().map(header -> header.name() + ": ***").toList() + ", methodOverride="
                + methodOverride + ", timeout=" + timeout + "]";
    }
}
