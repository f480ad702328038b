package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        Optional<SentCredentials> credentials = SentCredentials.inAnswerTo(
                turn.delivered().orElseThrow(), next.get().headers());
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

    /** How many packets in a row, up to this one, were refused by the same status with or without credentials. */
    private static int refusals(Turn turn, boolean with) {
        int status = turn.delivered().orElseThrow().status();
        int count = 0;
        List<Turn> all = turn.conversation().turns();
        for (int i = turn.place(); i >= 0; i--) {
            Turn one = all.get(i);
            if (!isAsked(one) || !one.answeredWith(status) || !one.packet().equals(turn.packet())) {
                return count;
            }
            Answer asked = one.delivered().orElseThrow();
            if (SentCredentials.inAnswerTo(asked, one.headers()).isPresent() != with) {
                return count;
            }
            count++;
        }
        return count;
    }

    /** The directives of Digest that repeat those of a challenge (RFC 2617 3.2.2): of any, where there are several. */
    private static Judgement mismatch(Answer asked, Turn next, SentCredentials credentials) {
        if (credentials.scheme().filter("digest"::equals).isEmpty() || credentials.isMasked()) {
            return Judgement.held();
        }
        List<String> challenges = SentCredentials.challenges(asked, "digest");
        for (String name : List.of("realm", "nonce", "opaque")) {
            List<String> given = challenges.stream()
                    .flatMap(challenge -> SentCredentials.directive(challenge, name).stream())
                    .distinct()
                    .toList();
            Optional<String> sent = SentCredentials.directive(credentials.rest(), name);
            if (!given.isEmpty() && sent.isPresent() && !given.contains(sent.get())) {
                return FieldFindings.wrong(
                        next,
                        credentials.field(),
                        name + "=" + sent.get(),
                        name + "=" + given.stream().map(Excerpt::of).collect(Collectors.joining(" or "))
                                + ", as the server gave it,");
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
        List<Turn> demands = turn.conversation().demands();
        for (int i = demands.size() - 1; i >= 0; i--) {
            Turn one = demands.get(i);
            if (one.place() < turn.place() && isAsked(one)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static Judgement offered(Turn turn, Context context) {
        Optional<Turn> asked = SentCredentials.in(turn.headers()).flatMap(any -> askedBefore(turn));
        Optional<SentCredentials> own =
                asked.flatMap(Turn::delivered).flatMap(answer -> SentCredentials.inAnswerTo(answer, turn.headers()));
        Optional<String> scheme = own.flatMap(SentCredentials::scheme);
        if (scheme.isEmpty() || !turn.certainlyKnows(asked.get())) {
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
                        .decidedBy(own.get().field());
    }

    /** Only reported: which schemes a client knows is its own affair. */
    private static Judgement scheme(Turn turn, Context context) {
        Optional<Turn> next = turn.next().filter(one -> isAsked(turn) && !isAsked(one));
        return next.flatMap(one -> SentCredentials.inAnswerTo(turn.delivered().orElseThrow(), one.headers()))
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
        String connection = turn.exchange().connection();
        boolean known = turn.conversation().demands().stream()
                .filter(one -> one.place() < turn.place() && one.answeredWith(UNAUTHORIZED))
                .map(one -> SentCredentials.offered(one.delivered().orElseThrow()))
                .anyMatch(List.of("ntlm")::equals);
        if (!known
                || connection.isEmpty()
                || turn.request().packetType().isEmpty()
                || turn.earlier().stream()
                        .anyMatch(one -> one.exchange().connection().equals(connection))) {
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
