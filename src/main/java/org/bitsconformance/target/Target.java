package org.bitsconformance.target;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.HostPort;
import org.bitsconformance.transcript.http.UrlText;

/**
 * The server under test and how to reach it.
 *
 * @param url where to upload: ends in {@code /} (a name is added), contains {@code {name}} (a name replaces it), or is
 *     used as it is for every upload
 * @param requests how requests go to it
 * @param access how it controls access, and the way to it
 * @param trust which TLS certificates are accepted
 * @param uploads which uploads it accepts, and what happens to them
 * @param declared what the rules know about its setup
 * @param notification how it notifies the server application that the suite plays
 */
public record Target(
        String url,
        RequestSettings requests,
        Access access,
        Trust trust,
        UploadSettings uploads,
        Declared declared,
        Optional<NotificationSettings> notification) {

    private static final String AUTHORIZATION = "Authorization";
    private static final String NAME = "{name}";
    private static final Pattern HOLDS_CREDENTIALS = Pattern.compile("[^/?#]*//[^/?#]*@");

    /**
     * Checks the URL, and encodes what a request cannot contain.
     *
     * @throws TargetException when it is not an absolute http or https URL with a host
     */
    public Target {
        if (HOLDS_CREDENTIALS.matcher(url).lookingAt()) {
            throw new TargetException("the URL must not contain credentials; use --user NAME:PASSWORD or BITS_USER");
        }
        url = Stream.of(url.split(Pattern.quote(NAME), -1))
                .map(UrlText::repaired)
                .collect(Collectors.joining(NAME));
        URI uri = parse(url.replace(NAME, "name"));
        if (uri.getScheme() == null || !uri.getScheme().matches("(?i)https?")) {
            throw new TargetException("the URL \"" + url + "\" must begin with http:// or https://");
        }
        if (HostPort.in(uri).isEmpty()) {
            throw new TargetException("the URL \"" + url + "\" has no host, such as http://localhost:8080/upload/");
        }
        if (uri.getRawFragment() != null) {
            throw new TargetException("the URL \"" + url + "\" must not have a fragment (#…)");
        }
    }

    /** A target with every default: a time limit of 5 seconds, the platform's trust, and automatic read-back. */
    public static Target at(String url) {
        return new Target(
                url,
                RequestSettings.USUAL,
                Access.OPEN,
                Trust.PLATFORM,
                UploadSettings.USUAL,
                Declared.NOTHING,
                Optional.empty());
    }

    /** A copy with another URL. */
    public Target withUrl(String other) {
        return new Target(other, requests, access, trust, uploads, declared, notification);
    }

    /** A copy with other request settings. */
    public Target with(RequestSettings other) {
        return new Target(url, other, access, trust, uploads, declared, notification);
    }

    /** A copy with another access. */
    public Target with(Access other) {
        return new Target(url, requests, other, trust, uploads, declared, notification);
    }

    /** A copy with another trust. */
    public Target with(Trust other) {
        return new Target(url, requests, access, other, uploads, declared, notification);
    }

    /** A copy with other upload settings. */
    public Target with(UploadSettings other) {
        return new Target(url, requests, access, trust, other, declared, notification);
    }

    /** A copy that declares something else. */
    public Target declaring(Declared other) {
        return new Target(url, requests, access, trust, uploads, other, notification);
    }

    /** A copy that notifies a server application in this way, and therefore gives replies. */
    public Target notifying(NotificationSettings other) {
        UploadSettings given =
                other.type() == NotificationSettings.Type.NONE ? uploads : uploads.with(UploadMode.UPLOAD_REPLY);
        return new Target(
                url, requests, access, trust, given, declared.notifying(other.declared()), Optional.of(other));
    }

    /** Whether each upload gets its own URL. */
    public boolean namesUploads() {
        return url.contains(NAME) || isFolder(url);
    }

    /** The URL of an upload, with its name if {@link #namesUploads()}. */
    public URI uploadUrl(String name) {
        if (url.contains(NAME)) {
            return parse(url.replace(NAME, name));
        }
        if (!namesUploads()) {
            return parse(url);
        }
        URI folder = parse(url);
        String text = folder.toString();
        int query = text.indexOf('?');
        return parse(query < 0 ? text + name : text.substring(0, query) + name + text.substring(query));
    }

    /** Whether requests contain something that only this target may see. */
    public boolean hasSecrets() {
        return !requests.headers().isEmpty() || !access.equals(Access.OPEN);
    }

    /** Whether an extra header field has this name. */
    public boolean sets(String name) {
        return requests.headers().stream().anyMatch(header -> header.named(name));
    }

    /** The credentials that an identity's packets carry; empty if there are none, or an extra field has them. */
    public Optional<Credentials> credentials(Identity identity) {
        return switch (identity) {
            case USER -> access.user().filter(given -> !sets(AUTHORIZATION));
            case NONE -> Optional.empty();
            case WRONG_PASSWORD -> access.user().map(Credentials::withWrongPassword);
            case OTHER -> access.other();
            case DENIED -> access.denied();
        };
    }

    /** The {@code Authorization} value that is sent unasked with an identity's packets. */
    public Optional<String> basic(Identity identity) {
        return access.scheme().orElse(Scheme.BASIC) == Scheme.BASIC
                ? credentials(identity).map(Credentials::basic)
                : Optional.empty();
    }

    /** The extra header fields of an identity's packets; those with the user's credentials only for the user. */
    public List<Header> headers(Identity identity) {
        return identity == Identity.USER
                ? requests.headers()
                : requests.headers().stream()
                        .filter(header -> !header.named(AUTHORIZATION))
                        .toList();
    }

    /** The proxy that gets the requests themselves; empty if there is none, or it opens a tunnel. */
    public Optional<Proxy> askedProxy() {
        return secure() ? Optional.empty() : access.proxy();
    }

    public boolean secure() {
        return url.regionMatches(true, 0, "https:", 0, 6);
    }

    private static boolean isFolder(String url) {
        return parse(url).getRawPath().endsWith("/");
    }

    /** Gives a URL without a path the path {@code /}; keeps its query. */
    private static String withRoot(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url + "/" : url.substring(0, query) + "/" + url.substring(query);
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            return "".equals(uri.getRawPath()) ? new URI(withRoot(url)) : uri;
        } catch (URISyntaxException e) {
            throw new TargetException("the URL \"" + url + "\" is not valid: " + e.getReason());
        }
    }
}
