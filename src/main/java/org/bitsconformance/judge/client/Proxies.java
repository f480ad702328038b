package org.bitsconformance.judge.client;

import java.util.Locale;
import java.util.Set;
import org.bitsconformance.transcript.http.Request;

/** Whether a request shows that a proxy stood between the client and the recorder, which may have changed it. */
final class Proxies {

    /** Fields that proxies add (RFC 9110 7.6.3, RFC 7239, and what is customary). */
    private static final Set<String> SIGNS = Set.of(
            "via",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-real-ip",
            "proxy-connection",
            "max-forwards",
            "cf-connecting-ip",
            "true-client-ip",
            "x-envoy-external-address",
            "x-amzn-trace-id",
            "front-end-https",
            "x-arr-log-id",
            "x-original-url");

    private static final String OLD_VERSION = "HTTP/1.0";

    private Proxies() {}

    /**
     * Whether a proxy may have written the header: it has a field that proxies add, or it is HTTP/1.0 with
     * {@code Connection: close}, as some proxies send whatever they received.
     */
    static boolean mayHaveChanged(Request request) {
        return request.headers().fields().stream()
                        .anyMatch(field -> SIGNS.contains(field.name().toLowerCase(Locale.ROOT)))
                || (request.version().equals(OLD_VERSION)
                        && request.headers()
                                .first("Connection")
                                .filter("close"::equalsIgnoreCase)
                                .isPresent());
    }
}
