package org.bitsconformance.transcript.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;

/** The host that an Ack to Create-Session names for the later packets of its session (MC-BUP 2.2.3.2). */
public final class NamedHost {

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_.-]{1,300})(:\\d{1,5})?");
    private static final Pattern BRACKETS = Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]{0,15}");

    private NamedHost() {}

    /** The value of {@code BITS-Host-Id}; empty if there is none or several, or the answer is an error. */
    public static Optional<String> in(Answer answer) {
        List<String> values = answer.headers().all(BitsHeaders.HOST_ID);
        return Optional.of(values)
                .filter(all ->
                        answer.success() && all.size() == 1 && !all.get(0).isEmpty())
                .map(all -> all.get(0));
    }

    /**
     * The host and port of a URL after its host is replaced by the named one. The port stays, unless the value has one.
     *
     * @param value as received
     * @param origin host and port of the URL, as in {@code Host}
     * @return empty if the value is not a host
     */
    public static Optional<String> replacing(String origin, String value) {
        if (IPV6.matcher(value).matches()) {
            return Optional.of("[" + value + "]" + port(origin));
        }
        Matcher host = BRACKETS.matcher(value);
        if (!host.matches()) {
            host = NAME.matcher(value);
        }
        return host.matches()
                ? Optional.of(host.group(1) + Optional.ofNullable(host.group(2)).orElseGet(() -> port(origin)))
                : Optional.empty();
    }

    private static String port(String authority) {
        Matcher port = PORT.matcher(authority);
        return port.find() ? port.group() : "";
    }
}
