package org.bitsconformance.drive.diagnosis;

import java.util.Optional;
import org.bitsconformance.drive.auth.Authentication;
import org.bitsconformance.drive.auth.Challenges;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/** Why a server or a proxy refuses the credentials and what to do about it, each in one line. */
final class CredentialsDiagnosis {

    private final Target target;
    private final Authentication authentication;

    CredentialsDiagnosis(Target target, Authentication authentication) {
        this.target = target;
        this.authentication = authentication;
    }

    /** For a 401 answer. */
    String unauthorized(Answer answer) {
        Challenges challenges = Challenges.of(answer);
        String challenge = answer.headers().first("WWW-Authenticate").orElse("no scheme named");
        Optional<Scheme> declared = target.access().scheme();
        if (declared.isPresent() && challenges.of(declared.get()).isEmpty()) {
            return "The server answered 401 and does not offer "
                    + declared.get().word() + ", which the target file declares; it offers "
                    + Excerpt.of(challenges.offered()) + ". Set \"authentication\" to what it offers.";
        }
        if (declared.isPresent() && authentication.problem().isPresent()) {
            return "The target asks for " + declared.get().word() + ", and "
                    + Excerpt.of(authentication.problem().get()) + "; it offers " + Excerpt.of(challenges.offered())
                    + ". " + help(declared.get());
        }
        if (target.access().user().isEmpty() && declared.isEmpty()) {
            return "The server asks for authentication (401; " + Excerpt.of(challenge)
                    + "). Give --user NAME:PASSWORD, or set BITS_USER and BITS_PASSWORD.";
        }
        boolean otherScheme = declared.isEmpty()
                && !challenges.all().isEmpty()
                && challenges.of(Scheme.BASIC).isEmpty();
        if (otherScheme) {
            return "The server refused the credentials (401; " + Excerpt.of(challenge)
                    + "). They were sent as Basic, which it does not offer: set \"authentication\" in a target file to"
                    + " what it offers (" + Excerpt.of(challenges.offered()) + ").";
        }
        return "The server refused the credentials (401; " + Excerpt.of(challenge) + "). Check user and password.";
    }

    /** For a 407 answer. */
    String proxyUnauthorized(String offered) {
        Optional<Proxy> proxy = target.access().proxy();
        if (proxy.isEmpty()) {
            return "A proxy asks for authentication (407). Use a route to the server without that proxy.";
        }
        String where = "The proxy " + proxy.get().where();
        String what = " (407; " + Excerpt.of(offered) + "). ";
        return proxy.get().credentials().isPresent()
                ? where + " refused the credentials" + what
                        + "Check \"proxyUser\" and \"proxyPassword\"; they are sent as" + " Basic."
                : where + " asks for authentication" + what + "Give \"proxyUser\" and \"proxyPassword\" in the target"
                        + " file.";
    }

    private static String help(Scheme scheme) {
        return scheme == Scheme.NEGOTIATE
                ? "Get a ticket with kinit as a user who may upload, or set \"authentication\" to ntlm, basic or digest"
                        + " where it offers that."
                : "Set \"authentication\" to another scheme that it offers.";
    }
}
