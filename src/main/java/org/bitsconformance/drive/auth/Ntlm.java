package org.bitsconformance.drive.auth;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.http.auth.AUTH;
import org.apache.http.auth.AuthenticationException;
import org.apache.http.auth.MalformedChallengeException;
import org.apache.http.auth.NTCredentials;
import org.apache.http.impl.auth.NTLMScheme;
import org.apache.http.message.BasicHeader;
import org.apache.http.message.BasicHttpRequest;
import org.bitsconformance.drive.auth.Challenges.Challenge;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.transcript.http.Answer;

/** NTLM: one message asks for a challenge, the next answers it, both on the same connection. */
final class Ntlm implements Handshake {

    private static final int MESSAGES = 2;

    private final NTCredentials credentials;
    private final Consumer<String> secret;
    private final NTLMScheme scheme = new NTLMScheme();
    private int sent;

    /** A user may be {@code DOMAIN\NAME}; {@code secret} receives every message. */
    Ntlm(Credentials given, Consumer<String> secret) {
        int slash = given.user().indexOf('\\');
        this.credentials = new NTCredentials(
                given.user().substring(slash + 1),
                given.password(),
                "",
                slash < 0 ? "" : given.user().substring(0, slash));
        this.secret = secret;
    }

    /** Empty: a connection that is already authenticated needs nothing more. */
    @Override
    public Optional<String> first() {
        return Optional.empty();
    }

    @Override
    public Optional<String> next(Answer answer) {
        Optional<Challenge> challenge = Challenges.of(answer).of(Scheme.NTLM);
        if (answer.status() != 401 || challenge.isEmpty() || sent == MESSAGES) {
            return Optional.empty();
        }
        try {
            scheme.processChallenge(
                    new BasicHeader(AUTH.WWW_AUTH, challenge.get().text()));
            String value = scheme.authenticate(credentials, new BasicHttpRequest("GET", "/"))
                    .getValue();
            sent++;
            secret.accept(value.substring(value.indexOf(' ') + 1));
            return Optional.of(value);
        } catch (MalformedChallengeException | AuthenticationException e) {
            return Optional.empty();
        }
    }
}
