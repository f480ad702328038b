package org.bitsconformance.transcript.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a reply is fetched from. {@code BITS-Reply-URL} may be absolute or relative to the URL of the upload, even with
 * backslashes, as Windows sends it (MC-BUP 2.2.7.2, 4.2).
 *
 * @param url absolute, http or https, with a host and a path, without credentials and fragment
 */
public record ReplyUrl(URI url) {

    private static final Pattern AUTHORITY = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*");
    /** The characters that RFC 3986 allows in a URL or a reference to one. */
    private static final Pattern LEGAL = Pattern.compile("(?:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})++");

    private static final Pattern ILLEGAL =
            Pattern.compile("[^A-Za-z0-9._~:/?@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})", Pattern.DOTALL);

    /** Whether a header value has only characters that are allowed in a URL or a reference to one. */
    public static boolean isWritten(String value) {
        return LEGAL.matcher(value).matches();
    }

    /**
     * Parses a header value. Encodes characters that a URL cannot contain, as a client does.
     *
     * @param value as received, in ISO 8859-1
     * @param upload the URL of the upload
     * @return empty if it is not an http or https URL
     */
    public static Optional<ReplyUrl> of(String value, URI upload) {
        String text = value.strip().replace('\\', '/').split("#", 2)[0];
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher authority = AUTHORITY.matcher(text);
        int from = authority.lookingAt() ? authority.end() : 0;
        try {
            URI url = upload.resolve(new URI(text.substring(0, from) + encoded(text.substring(from))));
            boolean http = url.getScheme() != null && url.getScheme().matches("(?i)https?");
            boolean plain = HostPort.in(url).isPresent() && url.getRawUserInfo() == null;
            return http && plain ? Optional.of(new ReplyUrl(withPath(url))) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Like {@link #of(String, URI)}, for a record.
     *
     * @param target the URL of the target, possibly with a placeholder for the name of the upload
     * @param resource path and query of the upload
     */
    public static Optional<ReplyUrl> of(String value, String target, String resource) {
        try {
            return of(value, named(target).resolve(new URI(resource)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether it has the same scheme, host and port as a target. */
    public boolean isBeside(String target) {
        return isBeside(named(target));
    }

    private static URI named(String target) {
        return URI.create(target.replace("{name}", "name"));
    }

    /** Whether it has the same scheme, host and port as another URL. */
    public boolean isBeside(URI other) {
        return url.getScheme().equalsIgnoreCase(other.getScheme())
                && HostPort.of(url).sameAs(HostPort.of(other));
    }

    /** Whether it has the same scheme and port as a target, whatever the host. */
    public boolean isAtPortOf(String target) {
        return isAtPortOf(named(target));
    }

    /** Whether it has the same scheme and port as another URL, whatever the host. */
    public boolean isAtPortOf(URI other) {
        return url.getScheme().equalsIgnoreCase(other.getScheme())
                && HostPort.of(url).port() == HostPort.of(other).port();
    }

    private static URI withPath(URI url) throws URISyntaxException {
        if (!url.getRawPath().isEmpty()) {
            return url;
        }
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new URI(url.getScheme() + "://" + url.getRawAuthority() + "/" + query);
    }

    private static String encoded(String text) {
        return ILLEGAL.matcher(text).replaceAll(match -> {
            StringBuilder code = new StringBuilder();
            for (byte one : match.group().getBytes(StandardCharsets.ISO_8859_1)) {
                code.append("%%%02X".formatted(one & 0xFF));
            }
            return code.toString();
        });
    }
}
