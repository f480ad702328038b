package org.bitsconformance.transcript.capture;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.http.Headers;
import org.bitsconformance.transcript.http.UrlText;

/**
 * The URL of a packet in a capture, taken as text and not checked; what a request line cannot contain is
 * percent-encoded (RFC 3986 2.1).
 *
 * @param scheme in lower case
 * @param authority host, and port if there is one; no user information
 * @param target path and query; begins with a slash
 */
record CapturedUrl(String scheme, String authority, String target) {

    private static final Pattern ABSOLUTE =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^#]*).*", Pattern.DOTALL);

    /** The URL; empty if the text has no scheme and host. */
    static Optional<CapturedUrl> of(String text) {
        Matcher found = ABSOLUTE.matcher(text.strip());
        if (!found.matches() || found.group(2).isEmpty()) {
            return Optional.empty();
        }
        String authority = found.group(2).substring(found.group(2).lastIndexOf('@') + 1);
        String target = UrlText.encoded(found.group(3));
        return Optional.of(new CapturedUrl(
                found.group(1).toLowerCase(Locale.ROOT),
                UrlText.encoded(authority),
                target.startsWith("/") ? target : "/" + target));
    }

    /**
     * Scheme, host and port of the server that a request was sent to, with a slash: from a whole URL as its target, as a
     * proxy gets it, or from its {@code Host}, which does not tell the scheme.
     */
    static String originOf(String target, Headers headers) {
        return of(target)
                .or(() -> headers.first("Host").flatMap(host -> of("http://" + host + "/")))
                .map(CapturedUrl::origin)
                .orElse("http://server.invalid/");
    }

    /** Scheme, host and port, with a slash. */
    String origin() {
        return scheme + "://" + authority + "/";
    }
}
