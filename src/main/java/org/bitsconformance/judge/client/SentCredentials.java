package org.bitsconformance.judge.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Headers;

/**
 * The credentials in a request, as far as the record shows them: what is secret in them is masked (RFC 2616 14.8, RFC
 * 2617).
 *
 * @param field name of the header field
 * @param scheme in lower case; empty if it is masked
 * @param rest what follows the scheme
 */
record SentCredentials(String field, Optional<String> scheme, String rest) {

    private static final String MASK = "***";
    private static final int OF_PROXY = 407;
    private static final Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9._-]*)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final String SCHEME =
            "(Basic|Digest|NTLM|Negotiate|Kerberos|Bearer|Passport1\\.4)(?=\\s|,|$)(?!\\s*=)";
    private static final Pattern CHALLENGE = Pattern.compile("(?i)(?:^|,)\\s*" + SCHEME);

    /** The comma before another challenge in the same field. */
    private static final Pattern NEXT = Pattern.compile("(?i),\\s*(?=" + SCHEME + ")");

    private static final Pattern FIRST = Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9._-]*)");
    private static final List<String> OF_DIGEST = List.of("username", "realm", "nonce", "uri", "response");

    /** The credentials for the server, or else for a proxy; empty if there are none. */
    static Optional<SentCredentials> in(Headers headers) {
        return in(headers, "Authorization").or(() -> in(headers, "Proxy-Authorization"));
    }

    /** Those for the one who asked: after 407 a proxy, otherwise the server; empty if there are none. */
    static Optional<SentCredentials> inAnswerTo(Answer asked, Headers headers) {
        return in(headers, asked.status() == OF_PROXY ? "Proxy-Authorization" : "Authorization");
    }

    private static Optional<SentCredentials> in(Headers headers, String field) {
        return headers.first(field).map(value -> of(field, value));
    }

    private static SentCredentials of(String field, String value) {
        Matcher matcher = FORM.matcher(value.strip());
        boolean shown = !value.startsWith(MASK) && matcher.matches();
        return new SentCredentials(
                field,
                shown ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty(),
                shown && matcher.group(2) != null ? matcher.group(2) : shown ? "" : value);
    }

    /** Whether what follows the scheme is hidden in the record as a whole. */
    boolean isMasked() {
        return rest.startsWith(MASK);
    }

    /** The schemes in the challenges of an answer, in lower case. */
    static List<String> offered(Answer answer) {
        return asking(answer).stream()
                .flatMap(value -> Stream.concat(
                        FIRST.matcher(value).results().map(found -> found.group(1)),
                        CHALLENGE.matcher(value).results().map(found -> found.group(1))))
                .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** What follows the name of this scheme, in each challenge of an answer with it. */
    static List<String> challenges(Answer answer, String scheme) {
        return asking(answer).stream()
                .flatMap(NEXT::splitAsStream)
                .map(String::strip)
                .filter(one -> one.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
                .map(one -> one.substring(scheme.length()).strip())
                .toList();
    }

    private static List<String> asking(Answer answer) {
        return answer.headers().all(answer.status() == OF_PROXY ? "Proxy-Authenticate" : "WWW-Authenticate");
    }

    /** A directive of a challenge or of credentials, without quotes. */
    static Optional<String> directive(String text, String name) {
        Matcher matcher = Pattern.compile("(?i)(?:^|[\\s,])" + name + "\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,]+))")
                .matcher(text);
        return matcher.find()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    /** What is wrong with their form; empty if nothing is, or nothing shows. */
    Optional<String> flaw() {
        if (isMasked() || scheme.isEmpty()) {
            return scheme.isEmpty() && !isMasked() ? Optional.of("no scheme") : Optional.empty();
        }
        return switch (scheme.get()) {
            case "basic" -> isOfBasic() ? Optional.empty() : Optional.of("no NAME:PASSWORD in base64 after Basic");
            case "digest" ->
                OF_DIGEST.stream()
                        .filter(name -> directive(rest, name).isEmpty())
                        .findFirst()
                        .map(name -> "no " + name + " after Digest");
            default -> Optional.empty();
        };
    }

    private boolean isOfBasic() {
        try {
            byte[] decoded = Base64.getDecoder().decode(rest.strip());
            return new String(decoded, StandardCharsets.ISO_8859_1).contains(":");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
