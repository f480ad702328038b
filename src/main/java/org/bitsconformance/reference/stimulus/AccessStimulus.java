package org.bitsconformance.reference.stimulus;

import java.util.Optional;
import java.util.function.Function;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Guard;

/** Stimuli that ask for credentials, redirect, or give a reply. */
enum AccessStimulus implements Stimulus {
    CREDENTIALS_BASIC(Script.always(Moment.packet(), guarding(ConfrontingParts::basic))),

    CREDENTIALS_DIGEST(Script.always(Moment.packet(), guarding(ConfrontingParts::digest))),

    CREDENTIALS_REFUSED(Script.always(
            Moment.packet(),
            Moves.sending(situation -> situation.parts().basic().challenge()))),

    CREDENTIALS_NTLM(Script.always(
            Moment.packet(),
            Moves.sending(
                    situation -> ServerAnswer.empty(StatusCode.UNAUTHORIZED).with("WWW-Authenticate", "NTLM")))),

    REDIRECT(Script.always(AccessStimulus::isDirect, Moves.sending(AccessStimulus::redirection))),

    REPLY(Script.once(Moment.lastFragment(), Moves.changing(AccessStimulus::replying))),

    REPLY_GONE(Script.once(
            Moment.lastFragment(),
            Moves.changing(
                    (situation, right) -> right.with(BitsHeaders.REPLY_URL, replyUrl(situation, "/no-reply/")))));

    private static final String REDIRECTED = "redirected";

    @SuppressWarnings("ImmutableEnumChecker") // a script has no state
    private final Script script;

    AccessStimulus(Script script) {
        this.script = script;
    }

    @Override
    public Script script() {
        return script;
    }

    /** Asks whoever has not the right credentials for them. */
    private static Move guarding(Function<ConfrontingParts, Guard> guard) {
        return new Move() {
            @Override
            public Optional<ServerAnswer> instead(Situation situation) {
                Guard asked = guard.apply(situation.parts());
                return asked.user(situation.packet()).isPresent() ? Optional.empty() : Optional.of(asked.challenge());
            }
        };
    }

    private static boolean isDirect(Situation situation) {
        return !situation.packet().query().equals(Optional.of(REDIRECTED));
    }

    /** Leads to the same path by another query, so that whoever follows arrives. */
    private static ServerAnswer redirection(Situation situation) {
        return ServerAnswer.empty(StatusCode.TEMPORARY_REDIRECT)
                .with("Location", situation.packet().path() + "?" + REDIRECTED);
    }

    private static ServerAnswer replying(Situation situation, ServerAnswer right) {
        String path = "/reply" + situation.packet().path();
        situation.parts().files().put(path, Bytes.of("the reply\n"));
        return right.with(BitsHeaders.REPLY_URL, replyUrl(situation, path));
    }

    private static String replyUrl(Situation situation, String path) {
        return "http://" + situation.packet().host() + path;
    }
}
