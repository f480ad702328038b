package org.bitsconformance.judge.client;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.PacketType;

/**
 * {@code Content-Name} (MC-BUP 2.2.1.1, 2.2.2.1, 2.2.6.1; Win32 fragment). The documents disagree on the packets that
 * carry it.
 */
final class NameRules {

    private static final String FIELD = BitsHeaders.CONTENT_NAME;
    private static final int LONGEST = 260;
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?\\s]+\\?[BbQq]\\?[^?\\s]*\\?=");
    private static final Pattern PATH = Pattern.compile(".*/.*|[A-Za-z]:\\\\.*|\\\\\\\\.*", Pattern.DOTALL);

    private NameRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("packet.content-name.form", NameRules::form),
                row("packet.content-name.length", NameRules::length),
                row("packet.content-name.value", NameRules::value),
                row("packet.create-session.content-name", NameRules::withCreateSession),
                row("packet.fragment.content-name", NameRules::withFirstFragment),
                row("packet.fragment.content-name.first-only", NameRules::withFirstFragmentOnly));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule(
                "ContentNameIsGiven",
                requirement,
                (turn, context) -> PacketRules.isPacket(turn) && PacketRules.isWhole(turn)
                        ? check.judge(turn, context)
                        : Judgement.outOfScope());
    }

    private static Judgement form(Turn turn, Context context) {
        return FieldFindings.anyValue(
                turn,
                FIELD,
                "a value without control characters",
                value -> !CONTROL.matcher(value).find());
    }

    /** Counts the characters of the name, however it is encoded. */
    private static Judgement length(Turn turn, Context context) {
        return FieldFindings.anyValue(
                turn,
                FIELD,
                "at most 260 characters",
                value -> isEncoded(value) || characters(decoded(value)) <= LONGEST);
    }

    private static Judgement value(Turn turn, Context context) {
        return FieldFindings.anyValue(
                turn,
                FIELD,
                "a name without a path",
                value -> isEncoded(value) || !PATH.matcher(value).matches());
    }

    /** Whether it is encoded as in mail (RFC 2047), where a slash is a letter. */
    private static boolean isEncoded(String value) {
        return ENCODED_WORD.matcher(value).find();
    }

    /** MC-BUP wants it there, the Win32 page with the first Fragment alone. */
    private static Judgement withCreateSession(Turn turn, Context context) {
        if (!turn.is(PacketType.CREATE_SESSION)) {
            return Judgement.outOfScope();
        }
        if (turn.headers().has(FIELD)) {
            return Judgement.held();
        }
        return context.dialect() == Dialect.MC_BUP
                ? FieldFindings.missing(turn, FIELD, FIELD)
                : Judgement.observed(
                        "Create-Session has no " + FIELD + ", as the Win32 page has it; MC-BUP says that it should.");
    }

    private static Judgement withFirstFragment(Turn turn, Context context) {
        if (!isFirstFragment(turn)) {
            return Judgement.outOfScope();
        }
        Optional<String> name = turn.headers().first(FIELD);
        if (name.isEmpty()) {
            return FieldFindings.missing(turn, FIELD, FIELD);
        }
        Optional<String> before = turn.session().get().created().headers().first(FIELD);
        return before.filter(value -> !value.equals(name.get())).isPresent()
                ? FieldFindings.wrong(turn, FIELD, name.get(), FIELD + ": " + before.get() + " as in Create-Session")
                : Judgement.held();
    }

    private static Judgement withFirstFragmentOnly(Turn turn, Context context) {
        boolean first = turn.is(PacketType.FRAGMENT)
                && (turn.session().isEmpty()
                        || turn.range().filter(range -> range.first() == 0).isPresent());
        if (first || isFirstFragment(turn)) {
            return Judgement.outOfScope();
        }
        if (!turn.headers().has(FIELD)) {
            return Judgement.held();
        }
        return context.dialect() == Dialect.WIN32
                ? FieldFindings.wrong(turn, FIELD, turn.headers().first(FIELD).orElseThrow(), "no " + FIELD)
                : Judgement.observed(turn.packet() + " has " + FIELD + ", as MC-BUP allows.");
    }

    /** Whether it is the first Fragment of a session whose beginning was seen, and of its file. */
    private static boolean isFirstFragment(Turn turn) {
        return turn.session()
                .filter(session -> turn.is(PacketType.FRAGMENT)
                        && session.before(turn).stream().noneMatch(one -> one.is(PacketType.FRAGMENT))
                        && turn.range().filter(range -> range.first() > 0).isEmpty())
                .isPresent();
    }

    private static String decoded(String value) {
        return ENCODED.matcher(value)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    /** The number of characters if the bytes are UTF-8, otherwise the number of bytes. */
    private static int characters(String value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .length();
        } catch (CharacterCodingException e) {
            return value.length();
        }
    }
}
