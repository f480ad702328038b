package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Request;

/**
 * What each packet says, whatever came before it (MC-BUP 2.2.1; the packet pages of Win32). What a proxy on the way may
 * change is reported and breaks nothing if there is a sign of a proxy.
 */
final class PacketRules {

    private static final String TRANSFER_ENCODING = "Transfer-Encoding";
    private static final int LONGEST_VALUE = 4096;

    /** Fields whose length others decide: a scheme of authentication, a server, the proxies on the way. */
    private static final Set<String> NOT_OF_THE_CLIENT =
            Set.of("authorization", "proxy-authorization", "cookie", "via", "x-forwarded-for", "forwarded");

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");
    private static final Pattern URI = Pattern.compile("(?:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=|-]|%[0-9A-Fa-f]{2})++");

    private PacketRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("packet.verb", PacketRules::verb),
                row("packet.http-version", PacketRules::version),
                row("packet.header.form", PacketRules::form),
                row("packet.header.length", PacketRules::length),
                row("packet.type", PacketRules::type),
                row("packet.content-length", PacketRules::contentLength),
                row("packet.body.absent", PacketRules::bodyIsAbsent),
                row("packet.fragment", PacketRules::bytesAreInFragments),
                row("packet.target", PacketRules::target),
                row("packet.target.remote-name", PacketRules::remoteName));
    }

    /** A row of this table, about packets whose whole header was sent. */
    private static CaseRule row(String requirement, Check check) {
        return new TurnRule(
                "PacketIsWritten",
                requirement,
                (turn, context) ->
                        isPacket(turn) && isWhole(turn) ? check.judge(turn, context) : Judgement.outOfScope());
    }

    /** Whether the request is a packet at all: clients may send other requests to the same URL. */
    static boolean isPacket(Turn turn) {
        Request request = turn.request();
        return request.method().equalsIgnoreCase(BitsHeaders.VERB)
                || request.headers().has(BitsHeaders.METHOD_OVERRIDE)
                || request.headers().has(BitsHeaders.PACKET_TYPE)
                || request.headers().has(BitsHeaders.SESSION_ID)
                || request.headers().has(BitsHeaders.SUPPORTED_PROTOCOLS);
    }

    /** Whether its whole header was sent. */
    static boolean isWhole(Turn turn) {
        return turn.exchange().request().text().contains("\r\n\r\n");
    }

    private static Judgement verb(Turn turn, Context context) {
        Request request = turn.request();
        boolean instead = request.method().equals("POST")
                && request.headers()
                        .first(BitsHeaders.METHOD_OVERRIDE)
                        .filter(BitsHeaders.VERB::equals)
                        .isPresent();
        if (instead) {
            return Judgement.observed(turn.packet() + " was sent as POST with " + BitsHeaders.METHOD_OVERRIDE + ": "
                    + BitsHeaders.VERB + ", for a server or proxy that does not let the verb through.");
        }
        return request.method().equals(BitsHeaders.VERB)
                ? Judgement.held()
                : Judgement.broken(
                        BitsHeaders.VERB,
                        Excerpt.of(request.method()),
                        turn.packet() + " was sent with the method " + Excerpt.of(request.method()) + ".");
    }

    private static Judgement version(Turn turn, Context context) {
        String version = turn.request().version();
        if (version.equals("HTTP/1.1")) {
            return Judgement.held();
        }
        String seen = turn.packet() + " says " + Excerpt.of(version);
        return Proxies.mayHaveChanged(turn.request())
                ? Judgement.observed(seen + ", which a proxy may have written.")
                : Judgement.broken("HTTP/1.1", Excerpt.of(version), seen + ".");
    }

    /** RFC 2616 4.2; folded lines and tabs are in the form of that edition. */
    private static Judgement form(Turn turn, Context context) {
        String head = turn.exchange().request().text().split("\r\n\r\n", 2)[0];
        String[] lines = head.split("\r\n", -1);
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            boolean folded = i > 1 && (line.startsWith(" ") || line.startsWith("\t"));
            int colon = line.indexOf(':');
            boolean named = colon > 0
                    && TOKEN.matcher(line.substring(0, colon).stripTrailing()).matches();
            if (!(folded || named) || CONTROL.matcher(line).find()) {
                return Judgement.broken(
                        "a name, a colon and a value without control characters",
                        Excerpt.of(line),
                        turn.packet() + " has the header line \"" + Excerpt.of(line)
                                + "\", which HTTP does not allow.");
            }
        }
        return Judgement.held();
    }

    private static Judgement length(Turn turn, Context context) {
        Optional<Header> tooLong = turn.headers().fields().stream()
                .filter(field -> field.value().length() > LONGEST_VALUE)
                .filter(field -> NOT_OF_THE_CLIENT.stream().noneMatch(field::named))
                .findFirst();
        return tooLong.<Judgement>map(field -> Judgement.broken(
                                "at most 4096 bytes",
                                field.value().length() + " bytes",
                                turn.packet() + " has " + Excerpt.of(field.name()) + " with a value of "
                                        + field.value().length() + " bytes.")
                        .decidedBy(field.name()))
                .orElseGet(Judgement::held);
    }

    private static Judgement type(Turn turn, Context context) {
        String expected = "Create-Session, Ping, Fragment, Close-Session or Cancel-Session";
        return FieldFindings.oneValue(
                turn,
                BitsHeaders.PACKET_TYPE,
                expected,
                value -> PacketType.named(value)
                        .filter(type -> type != PacketType.ACK)
                        .isPresent());
    }

    private static Judgement contentLength(Turn turn, Context context) {
        boolean there = turn.headers().has(BitsHeaders.CONTENT_LENGTH);
        if (!there && turn.headers().has(TRANSFER_ENCODING)) {
            return Judgement.observed(turn.packet() + " has a body in chunks and no " + BitsHeaders.CONTENT_LENGTH
                    + "; a proxy may have written it so.");
        }
        if (!there && Proxies.mayHaveChanged(turn.request())) {
            return Judgement.observed(
                    turn.packet() + " has no " + BitsHeaders.CONTENT_LENGTH + "; a proxy may have removed it.");
        }
        return FieldFindings.oneValue(
                turn, BitsHeaders.CONTENT_LENGTH, "a number of bytes", value -> value.matches("\\d{1,18}"));
    }

    private static Judgement bodyIsAbsent(Turn turn, Context context) {
        boolean without = turn.is(PacketType.CREATE_SESSION) || turn.is(PacketType.PING) || turn.isEnd();
        if (!without) {
            return Judgement.outOfScope();
        }
        Optional<String> length =
                turn.headers().first(BitsHeaders.CONTENT_LENGTH).filter(value -> value.matches("\\d*[1-9]\\d*"));
        if (length.isPresent()) {
            return FieldFindings.wrong(
                    turn, BitsHeaders.CONTENT_LENGTH, length.get(), BitsHeaders.CONTENT_LENGTH + ": 0");
        }
        return turn.request().bodyLength() == 0
                ? Judgement.held()
                : Judgement.broken(
                        "no body",
                        turn.request().bodyLength() + " bytes",
                        turn.packet() + " has a body of " + turn.request().bodyLength() + " bytes.");
    }

    /** Whatever has a body is a Fragment. */
    private static Judgement bytesAreInFragments(Turn turn, Context context) {
        long length = turn.request().bodyLength();
        if (length == 0) {
            return Judgement.outOfScope();
        }
        return turn.is(PacketType.FRAGMENT)
                ? Judgement.held()
                : Judgement.broken(
                                "Fragment",
                                turn.packet() + " with " + length + " bytes",
                                turn.packet() + " carries " + length + " bytes, which only a Fragment may.")
                        .decidedBy(BitsHeaders.PACKET_TYPE);
    }

    /** No document names a base for a target that begins with neither a slash nor a scheme. */
    private static Judgement target(Turn turn, Context context) {
        String target = turn.request().target();
        if (!URI.matcher(target).matches()) {
            return Judgement.broken(
                    "an absolute or relative URI",
                    Excerpt.of(target),
                    turn.packet() + " has the target " + Excerpt.of(target)
                            + ", with characters that no URI has (RFC 3986).");
        }
        return target.startsWith("/") || target.matches("(?i)https?://[^/].*")
                ? Judgement.held()
                : Judgement.observed(turn.packet() + " has the target " + Excerpt.of(target)
                        + ", and no document says what it is relative to.");
    }

    private static Judgement remoteName(Turn turn, Context context) {
        if (!turn.isOfASession() || turn.session().isEmpty()) {
            return Judgement.outOfScope();
        }
        return turn.step().reference() == Step.Reference.ELSEWHERE
                ? Judgement.observed(turn.packet() + " was sent to "
                        + Excerpt.of(turn.request().resource())
                        + ", and its session was created at "
                        + Excerpt.of(turn.session().get().created().request().resource()) + ".")
                : Judgement.held();
    }
}
