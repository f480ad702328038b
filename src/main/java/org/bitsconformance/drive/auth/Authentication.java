package org.bitsconformance.drive.auth;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.auth.AUTH;
import org.apache.http.auth.AuthenticationException;
import org.apache.http.auth.MalformedChallengeException;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.auth.DigestScheme;
import org.apache.http.message.BasicHeader;
import org.apache.http.message.BasicHttpRequest;
import org.bitsconformance.drive.auth.Challenges.Challenge;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.http.Answer;

/**
 * The credentials of a run: what packets carry, and how challenges are answered. Remembers Digest nonces, so that one
 * challenge is enough for all packets of a user. Thread-safe.
 */
public final class Authentication {

    /** How many times a server may report, for one packet, that a nonce is stale. */
    private static final int MOST_ANSWERS = 3;

    private static final Pattern RESPONSE = Pattern.compile("\\bresponse=\"([^\"]+)\"");

    private final Target target;
    private final Consumer<String> secret;
    private final Map<Identity, DigestScheme> digests = new EnumMap<>(Identity.class);
    private volatile Optional<String> problem = Optional.empty();

    /** {@code secret} receives every token that must not be shown. */
    public Authentication(Target target, Consumer<String> secret) {
        this.target = target;
        this.secret = secret;
    }

    /** Whether the scheme authenticates a connection, so that a packet on another connection is not authenticated. */
    public boolean ofConnections() {
        return scheme().ofConnections();
    }

    /** Why the target's challenge can never be answered, in a sentence without a full stop; empty if it can. */
    public Optional<String> problem() {
        return problem;
    }

    /** The scheme in use. */
    public Scheme scheme() {
        return target.access().scheme().orElse(Scheme.BASIC);
    }

    /**
     * The credentials of one packet, which may take several attempts.
     *
     * @param identity whose credentials the packet carries
     * @param method HTTP method of the request
     * @param uri request target, exactly as in the request line
     */
    public Handshake handshake(Identity identity, String method, String uri) {
        if (identity == Identity.USER && target.sets("Authorization")) {
            return Handshake.NONE;
        }
        return switch (scheme()) {
            case BASIC -> new Unasked(target.basic(identity));
            case DIGEST ->
                target.credentials(identity)
                        .map(given -> (Handshake) new Digest(identity, given, new BasicHttpRequest(method, uri)))
                        .orElse(Handshake.NONE);
            case NTLM ->
                target.credentials(identity)
                        .map(given -> (Handshake) new Ntlm(given, secret))
                        .orElse(Handshake.NONE);
            case NEGOTIATE ->
                identity == Identity.USER ? new Negotiate(target, this::noteProblem, secret) : Handshake.NONE;
        };
    }

    private void noteProblem(String what) {
        problem = Optional.of(what);
    }

    private record Unasked(Optional<String> first) implements Handshake {

        @Override
        public Optional<String> next(Answer answer) {
            return Optional.empty();
        }
    }

    private final class Digest implements Handshake {

        private final Identity identity;
        private final Credentials given;
        private final BasicHttpRequest request;
        private int answers;

        Digest(Identity identity, Credentials given, BasicHttpRequest request) {
            this.identity = identity;
            this.given = given;
            this.request = request;
        }

        @Override
        public Optional<String> first() {
            synchronized (digests) {
                return Optional.ofNullable(digests.get(identity)).flatMap(this::response);
            }
        }

        @Override
        public Optional<String> next(Answer answer) {
            Optional<Challenge> challenge = Challenges.of(answer).of(Scheme.DIGEST);
            if (answer.status() != 401 || challenge.isEmpty() || answers == MOST_ANSWERS) {
                return Optional.empty();
            }
            synchronized (digests) {
                DigestScheme digest = new DigestScheme(StandardCharsets.UTF_8);
                try {
                    digest.processChallenge(
                            new BasicHeader(AUTH.WWW_AUTH, challenge.get().text()));
                } catch (MalformedChallengeException e) {
                    return Optional.empty();
                }
                boolean stale = "true".equalsIgnoreCase(digest.getParameter("stale"));
                if (answers > 0 && !stale) {
                    digests.remove(identity);
                    return Optional.empty();
                }
                answers++;
                if (identity.known()) {
                    digests.put(identity, digest);
                }
                return response(digest);
            }
        }

        private Optional<String> response(DigestScheme digest) {
            try {
                String value = digest.authenticate(
                                new UsernamePasswordCredentials(given.user(), given.password()), request, null)
                        .getValue();
                Matcher response = RESPONSE.matcher(value);
                if (response.find()) {
                    secret.accept(response.group(1));
                }
                return Optional.of(value);
            } catch (AuthenticationException e) {
                noteProblem("its Digest challenge cannot be answered (" + e.getMessage() + ")");
                return Optional.empty();
            }
        }
    }
}
