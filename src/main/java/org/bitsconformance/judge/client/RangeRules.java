package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.Excerpt;

/** The range and the body of a Fragment (MC-BUP 2.2.6; Win32 fragment; RFC 2616 14.16). */
final class RangeRules {

    private static final String FIELD = BitsHeaders.CONTENT_RANGE;

    /** The form of RFC 2616 14.16, with numbers that fit into 64 bits. */
    private static final Pattern FORM =
            Pattern.compile("(?i)bytes\\s+(\\d{1,18})\\s*-\\s*(\\d{1,18})\\s*/\\s*(\\d{1,18}|\\*)");

    private static final Pattern MEDIA_TYPE = Pattern.compile("[^\\s/;,]+/[^\\s/;,]+\\s*(;.*)?");
    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9+/]{22}==");
    private static final Pattern LANGUAGES = Pattern.compile("[A-Za-z0-9-]+(\\s*,\\s*[A-Za-z0-9-]+)*");

    private RangeRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("packet.fragment.content-range", RangeRules::range),
                row("packet.fragment.content-range.offsets", RangeRules::offsets),
                row("packet.fragment.content-range.total", RangeRules::total),
                row("packet.fragment.body", RangeRules::body),
                row("packet.fragment.content-headers", RangeRules::contentHeaders),
                row("client.one-file", RangeRules::oneFile));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule(
                "FragmentIsWritten",
                requirement,
                (turn, context) -> turn.is(PacketType.FRAGMENT) && PacketRules.isWhole(turn)
                        ? check.judge(turn, context)
                        : Judgement.outOfScope());
    }

    private static Judgement range(Turn turn, Context context) {
        return FieldFindings.oneValue(turn, FIELD, "bytes FIRST-LAST/TOTAL", RangeRules::isRange);
    }

    private static boolean isRange(String value) {
        Matcher matcher = FORM.matcher(value);
        return matcher.matches()
                && number(matcher, 1) <= number(matcher, 2)
                && (matcher.group(3).equals("*") || number(matcher, 2) < number(matcher, 3));
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }

    /** A client that counts from 1 begins there, or ends where the total is. */
    private static Judgement offsets(Turn turn, Context context) {
        Matcher matcher = FORM.matcher(turn.headers().first(FIELD).orElse(""));
        if (!matcher.matches()) {
            return Judgement.outOfScope();
        }
        String value = turn.headers().first(FIELD).orElse("");
        boolean endsAtTotal = !matcher.group(3).equals("*") && number(matcher, 2) == number(matcher, 3);
        boolean beginsAtOne = number(matcher, 1) == 1 && turn.isWithAllBefore() && KnownOffsets.beforeAnyFragment(turn);
        return endsAtTotal || beginsAtOne
                ? FieldFindings.wrong(turn, FIELD, value, "offsets that count from 0")
                : Judgement.held();
    }

    /** The total of each Fragment of a session is that of the one before. */
    private static Judgement total(Turn turn, Context context) {
        String value = turn.headers().first(FIELD).orElse("");
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            return Judgement.outOfScope();
        }
        if (matcher.group(3).equals("*")) {
            return FieldFindings.wrong(turn, FIELD, value, "the number of bytes in the whole file after the slash");
        }
        OptionalLong before = KnownOffsets.total(turn);
        return before.isEmpty() || before.getAsLong() == number(matcher, 3)
                ? Judgement.held()
                : FieldFindings.wrong(
                        turn, FIELD, value, "the total " + before.getAsLong() + " of the Fragment before");
    }

    /** The length that was announced decides: a client may be stopped before it has sent all of it. */
    private static Judgement body(Turn turn, Context context) {
        Optional<ContentRange> range = turn.range();
        if (range.isEmpty() || turn.headers().has(BitsHeaders.CONTENT_ENCODING)) {
            return Judgement.outOfScope();
        }
        long expected = range.get().length();
        Optional<String> announced = turn.headers().first(BitsHeaders.CONTENT_LENGTH);
        if (announced.isPresent()) {
            return announced
                    .filter(value -> value.matches("\\d{1,18}"))
                    .map(Long::parseLong)
                    .map(length -> differs(turn, expected, length))
                    .orElseGet(Judgement::outOfScope);
        }
        boolean onlyChunked = turn.headers()
                .first("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent();
        return turn.succeeded() && onlyChunked
                ? differs(turn, expected, turn.request().bodyLength())
                : Judgement.outOfScope();
    }

    private static Judgement differs(Turn turn, long expected, long length) {
        return length == expected
                ? Judgement.held()
                : Judgement.broken(
                                expected + " bytes",
                                length + " bytes",
                                "Fragment (" + turn.range().orElseThrow() + ") has " + length + " bytes where "
                                        + expected + " are expected.")
                        .decidedBy(BitsHeaders.CONTENT_LENGTH);
    }

    private static Judgement contentHeaders(Turn turn, Context context) {
        List<Judgement> found = List.of(
                FieldFindings.anyValue(turn, "Content-Type", "a media type", value -> matches(MEDIA_TYPE, value)),
                FieldFindings.anyValue(turn, "Content-MD5", "128 bits in base64", value -> matches(DIGEST, value)),
                FieldFindings.anyValue(turn, "Content-Language", "language tags", value -> matches(LANGUAGES, value)),
                FieldFindings.anyValue(
                        turn, BitsHeaders.CONTENT_ENCODING, "content codings", EncodingRules::areTokens));
        return found.stream()
                .filter(Judgement.Broken.class::isInstance)
                .findFirst()
                .or(() ->
                        found.stream().filter(Judgement.Held.class::isInstance).findFirst())
                .orElseGet(Judgement::outOfScope);
    }

    private static boolean matches(Pattern form, String value) {
        return form.matcher(value).matches();
    }

    /** The name of the file stays the same within a session. */
    private static Judgement oneFile(Turn turn, Context context) {
        Optional<String> name = turn.headers().first(BitsHeaders.CONTENT_NAME);
        if (name.isEmpty()) {
            return Judgement.outOfScope();
        }
        Optional<String> before = turn.session().stream()
                .flatMap(session -> session.before(turn).stream())
                .filter(one -> one.is(PacketType.FRAGMENT))
                .flatMap(one -> one.headers().first(BitsHeaders.CONTENT_NAME).stream())
                .findFirst();
        if (before.isEmpty()) {
            return Judgement.outOfScope();
        }
        return name.equals(before)
                ? Judgement.held()
                : FieldFindings.wrong(
                        turn,
                        BitsHeaders.CONTENT_NAME,
                        name.get(),
                        Excerpt.of(before.get()) + " as in the Fragments before");
    }
}
