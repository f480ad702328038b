package org.bitsconformance.reference.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Protection.Scheme;
import org.bitsconformance.reference.server.Protection.User;

/** Identifies who sends a request (RFC 2617). */
public final class Guard {

    private static final String REALM = "uploads";

    private final Protection protection;
    private final Conduct conduct;

    /** One nonce for all requests: this server is no example of security. */
    private final String nonce = UUID.randomUUID().toString().replace("-", "");

    public Guard(Protection protection, Conduct conduct) {
        this.protection = protection;
        this.conduct = conduct;
    }

    /** Whether everybody has access. */
    public boolean isOpen() {
        return protection.scheme() == Scheme.NONE;
    }

    /** The user whose credentials a request carries; empty if it carries none or wrong ones. */
    public Optional<User> user(ReceivedPacket packet) {
        Optional<String> given = packet.headers().first("Authorization");
        if (given.isEmpty()) {
            return Optional.of(ANYBODY).filter(anybody -> conduct.commits(Misbehaviour.ASKS_FOR_NO_CREDENTIALS));
        }
        return switch (protection.scheme()) {
            case NONE -> Optional.of(ANYBODY);
            case BASIC -> ofBasic(given.get());
            case DIGEST -> ofDigest(given.get(), packet);
        };
    }

    private static final User ANYBODY = new User("anybody", "", true);

    /** Asks for credentials, without any BITS field. */
    public ServerAnswer challenge() {
        ServerAnswer answer = ServerAnswer.empty(StatusCode.UNAUTHORIZED);
        return conduct.commits(Misbehaviour.CHALLENGES_WITHOUT_SCHEME)
                ? answer
                : answer.with("WWW-Authenticate", challengeText());
    }

    private String challengeText() {
        if (conduct.commits(Misbehaviour.CHALLENGES_BY_OTHER_SCHEME)) {
            return "Bearer realm=\"" + REALM + "\"";
        }
        return protection.scheme() == Scheme.BASIC
                ? "Basic realm=\"" + REALM + "\""
                : "Digest realm=\"" + REALM + "\", qop=\"auth\", algorithm=MD5, nonce=\"" + nonce + "\"";
    }

    private Optional<User> ofBasic(String value) {
        if (!value.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        String[] pair;
        try {
            pair = new String(Base64.getDecoder().decode(value.substring(6).strip()), StandardCharsets.UTF_8)
                    .split(":", 2);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return pair.length < 2 ? Optional.empty() : known(pair[0]).filter(user -> right(user.password(), pair[1]));
    }

    private Optional<User> ofDigest(String value, ReceivedPacket packet) {
        if (!value.regionMatches(true, 0, "Digest ", 0, 7)) {
            return Optional.empty();
        }
        Optional<User> user = known(parameter(value, "username"));
        boolean fits = parameter(value, "nonce").equals(nonce)
                && parameter(value, "uri").split("\\?", 2)[0].endsWith(packet.path());
        return user.filter(found -> fits && right(expected(found, value, packet), parameter(value, "response")));
    }

    private static String expected(User user, String value, ReceivedPacket packet) {
        String first = md5(user.name() + ":" + REALM + ":" + user.password());
        String second = md5(packet.verb() + ":" + parameter(value, "uri"));
        return md5(String.join(
                ":",
                first,
                parameter(value, "nonce"),
                parameter(value, "nc"),
                parameter(value, "cnonce"),
                parameter(value, "qop"),
                second));
    }

    private boolean right(String expected, String given) {
        return conduct.commits(Misbehaviour.TAKES_ANY_PASSWORD)
                || MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<User> known(String name) {
        return protection.users().stream()
                .filter(user -> user.name().equals(name))
                .findFirst();
    }

    private static String parameter(String value, String name) {
        Matcher found = Pattern.compile("[ ,]" + name + "=(?:\"([^\"]*)\"|([^\",\\s]*))")
                .matcher(value);
        if (!found.find()) {
            return "";
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
