package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/** How a client answers a demand for credentials (MC-BUP 2.1, 3.1.5.1.7; RFC 2616 10.4.2; RFC 2617; Win32 authentication). */
final class CredentialRules {

    private static final int UNAUTHORIZED = 401;
    private static final int OF_PROXY = 407;

    /** NTLM takes three requests; more refusals in a row say that the credentials are wrong. */
    private static final int MOST_REFUSALS = 5;

    private static final int MOST_WITHOUT = 2;
    private static final Pattern USER_IN_URL = Pattern.compile("(?i)https?://[^/?#@]+@.*");

    private CredentialRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("authentication.response", CredentialRules::answered),
                row("client.credentials.form", CredentialRules::form),
                row("client.authentication.negotiated", CredentialRules::offered),
                row("client.authentication.schemes", CredentialRules::scheme),
                row("client.authentication.in-url", CredentialRules::inUrl),
                row("client.ping.authentication", CredentialRules::pingFirst));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule("CredentialsAreGiven", requirement, check);
    }

    private static boolean isAsked(Turn turn) {
        return turn.answeredWith(UNAUTHORIZED, OF_PROXY)
                && !SentCredentials.offered(turn.delivered().orElseThrow()).isEmpty();
    }

    /** A client answers with credentials, or gives up and says so. */
    private static Judgement answered(Turn turn, Context context) {
        if (!isAsked(turn)) {
            return Judgement.outOfScope();
        }
        Optional<Turn> next = turn.next().filter(one -> one.certainlyKnows(turn));
        if (next.isEmpty()) {
            return turn.later().isEmpty() ? ErrorRules.passedOn(turn) : Judgement.outOfScope();
        }
        if (!next.get().packet().equals(turn.packet())) {
            return Judgement.outOfScope();
        }
        Optional<SentCredentials> credentials = SentCredentials.in(next.get().headers());
        int before = refusals(turn, credentials.isPresent());
        if (credentials.isEmpty()) {
            return before >= MOST_WITHOUT
                    ? Judgement.broken(
                            "credentials, or no more packets",
                            turn.packet() + " without credentials",
                            "The client sent " + turn.packet() + " without credentials again after " + before
                                    + " answers that ask for them.")
                    : Judgement.observed(
                            turn.packet() + " was sent again without the credentials that the server asks for.");
        }
        if (before >= MOST_REFUSALS) {
            return Judgement.broken(
                            "no more packets",
                            turn.packet() + " with credentials",
                            "The client sent " + turn.packet() + " with credentials again after they had been refused "
                                    + before + " times.")
                    .decidedBy(credentials.get().field());
        }
        return mismatch(turn.delivered().orElseThrow(), next.get(), credentials.get());
    }

    /** How many packets in a row, up to this one, were refused with or without credentials. */
    private static int refusals(Turn turn, boolean with) {
        int count = 0;
        List<Turn> all = turn.conversation().turns();
        for (int i = turn.place(); i >= 0; i--) {
            Turn one = all.get(i);
            boolean has = SentCredentials.in(one.headers()).isPresent();
            if (!isAsked(one) || has != with || !one.packet().equals(turn.packet())) {
                return count;
            }
            count++;
        }
        return count;
    }

    /** The directives of Digest that repeat those of the challenge (RFC 2617 3.2.2). */
    private static Judgement mismatch(Answer asked, Turn next, SentCredentials credentials) {
        String challenge = String.join(", ", asked.headers().all("WWW-Authenticate"));
        if (credentials.scheme().filter("digest"::equals).isEmpty() || credentials.isMasked()) {
            return Judgement.held();
        }
        for (String name : List.of("realm", "nonce", "opaque")) {
            Optional<String> given = SentCredentials.directive(challenge, name);
            Optional<String> sent = SentCredentials.directive(credentials.rest(), name);
            if (given.isPresent() && sent.isPresent() && !given.equals(sent)) {
                return FieldFindings.wrong(
                        next,
                        credentials.field(),
                        name + "=" + sent.get(),
                        name + "=" + Excerpt.of(given.get()) + ", as the server gave it,");
            }
        }
        return Judgement.held();
    }

    private static Judgement form(Turn turn, Context context) {
        Optional<SentCredentials> credentials = SentCredentials.in(turn.headers());
        if (credentials.isEmpty() || credentials.get().isMasked()) {
            return Judgement.outOfScope();
        }
        SentCredentials own = credentials.get();
        return own.flaw()
                .<Judgement>map(flaw -> Judgement.broken(
                                "credentials in the form of their scheme",
                                flaw,
                                turn.packet() + " has " + own.field() + " with " + flaw + ".")
                        .decidedBy(own.field()))
                .orElseGet(Judgement::held);
    }

    /** The last answer to a packet before one, that asked for credentials. */
    private static Optional<Turn> askedBefore(Turn turn) {
        return turn.earlier().stream().filter(CredentialRules::isAsked).reduce((earlier, later) -> later);
    }

    private static Judgement offered(Turn turn, Context context) {
        Optional<String> scheme = SentCredentials.in(turn.headers()).flatMap(SentCredentials::scheme);
        Optional<Turn> asked = scheme.flatMap(given -> askedBefore(turn));
        if (scheme.isEmpty() || asked.isEmpty() || !turn.certainlyKnows(asked.get())) {
            return Judgement.outOfScope();
        }
        List<String> offered = SentCredentials.offered(asked.get().delivered().orElseThrow());
        return offered.contains(scheme.get())
                ? Judgement.held()
                : Judgement.broken(
                                String.join(" or ", offered),
                                scheme.get(),
                                turn.packet() + " has credentials by the scheme " + Excerpt.of(scheme.get())
                                        + ", and the server offered " + String.join(", ", offered) + ".")
                        .decidedBy("Authorization");
    }

    /** Only reported: which schemes a client knows is its own affair. */
    private static Judgement scheme(Turn turn, Context context) {
        Optional<Turn> next = turn.next().filter(one -> isAsked(turn) && !isAsked(one));
        return next.flatMap(one -> SentCredentials.in(one.headers()))
                .map(credentials -> Judgement.observed("The server offered "
                        + String.join(
                                ", ", SentCredentials.offered(turn.delivered().orElseThrow()))
                        + ", and the client gave credentials"
                        + credentials
                                .scheme()
                                .map(one -> " by " + Excerpt.of(one))
                                .orElse("") + "."))
                .orElseGet(Judgement::outOfScope);
    }

    /** Only reported: it is no good practice. */
    private static Judgement inUrl(Turn turn, Context context) {
        Matcher matcher = USER_IN_URL.matcher(turn.request().target());
        return matcher.matches()
                ? Judgement.observed(turn.packet() + " has credentials within its URL.")
                : Judgement.outOfScope();
    }

    /** Asked about the first packet on a connection, once the server has asked for a scheme that authenticates connections. */
    private static Judgement pingFirst(Turn turn, Context context) {
        if (turn.exchange().requestOnConnection() > 1) {
            return Judgement.outOfScope();
        }
        boolean known = turn.earlier().stream()
                .filter(one -> one.answeredWith(UNAUTHORIZED))
                .map(one -> SentCredentials.offered(one.delivered().orElseThrow()))
                .anyMatch(List.of("ntlm")::equals);
        boolean another = turn.earlier().stream()
                .noneMatch(one ->
                        one.exchange().connection().equals(turn.exchange().connection()));
        if (!known
                || !another
                || turn.exchange().connection().isEmpty()
                || turn.step().request().packetType().isEmpty()) {
            return Judgement.outOfScope();
        }
        return turn.is(PacketType.PING)
                ? Judgement.held()
                : Judgement.broken(
                        "Ping",
                        turn.packet(),
                        "The first packet on a new connection is " + turn.packet()
                                + " where Ping is expected, since the server authenticates connections.");
    }
}
