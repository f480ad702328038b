package org.bitsconformance.judge.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Excerpt;

/** How Fragments are encoded (Win32 fragment; RFC 2616 3.5, 14.3, 14.11). */
final class EncodingRules {

    private static final String FIELD = BitsHeaders.CONTENT_ENCODING;
    private static final String IDENTITY = "identity";
    private static final String NONE = "no " + FIELD;
    private static final String GZIP_MAGIC = "\u001f\u008b";
    private static final Pattern TOKENS =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+(\\s*,\\s*[!#$%&'*+.^_`|~0-9A-Za-z-]+)*");
    private static final Pattern REFUSED = Pattern.compile(".*;\\s*q=0(\\.0*)?\\s*");

    private EncodingRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("packet.fragment.encoding", EncodingRules::asked),
                row("packet.fragment.encoding.named", EncodingRules::named),
                row("packet.fragment.encoding.same", EncodingRules::same),
                row("packet.fragment.encoding.identity", EncodingRules::identity));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule(
                "FragmentIsEncoded",
                requirement,
                (turn, context) -> turn.is(PacketType.FRAGMENT) && PacketRules.isWhole(turn)
                        ? check.judge(turn, context)
                        : Judgement.outOfScope());
    }

    /** The server lists the encodings in the Ack to Create-Session; plain bytes are always among them. */
    private static Judgement asked(Turn turn, Context context) {
        Optional<ClientSession> session = turn.session();
        Optional<String> used = used(turn);
        if (session.isEmpty() || used.isEmpty()) {
            return session.isEmpty() ? Judgement.outOfScope() : Judgement.held();
        }
        Optional<List<String>> accepted = session.get()
                .created()
                .delivered()
                .map(answer -> answer.headers().all(BitsHeaders.ACCEPT_ENCODING))
                .filter(values -> !values.isEmpty())
                .map(EncodingRules::accepted);
        if (accepted.isEmpty()) {
            return Judgement.observed("Fragment has " + FIELD + ": " + Excerpt.of(used.get())
                    + ", and the Ack to Create-Session had no " + BitsHeaders.ACCEPT_ENCODING + ".");
        }
        boolean right = accepted.get().contains("*")
                || Arrays.stream(used.get().split("\\s*,\\s*")).allMatch(accepted.get()::contains);
        return right
                ? Judgement.held()
                : FieldFindings.wrong(
                        turn,
                        FIELD,
                        used.get(),
                        accepted.get().isEmpty() ? NONE : NONE + " or one of " + String.join(", ", accepted.get()));
    }

    private static List<String> accepted(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(one -> !REFUSED.matcher(one).matches())
                .map(one -> one.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(one -> !one.isEmpty() && !one.equals(IDENTITY))
                .toList();
    }

    /**
     * Of an encoded file, only the beginning shows whether the name is right, and only for gzip. A body with a transfer
     * coding begins with something else.
     */
    private static Judgement named(Turn turn, Context context) {
        boolean first = turn.range().filter(range -> range.first() == 0).isPresent();
        if (!first
                || turn.headers().has("Transfer-Encoding")
                || used(turn).filter("gzip"::equals).isEmpty()) {
            return Judgement.outOfScope();
        }
        String text = turn.exchange().request().text();
        int end = text.indexOf("\r\n\r\n");
        int start = end + 4;
        if (end < 0 || text.length() - start < GZIP_MAGIC.length()) {
            return Judgement.outOfScope();
        }
        return text.startsWith(GZIP_MAGIC, start)
                ? Judgement.held()
                : Judgement.broken(
                                "a body that begins as gzip does",
                                "other bytes",
                                "Fragment has " + FIELD + ": gzip, and its body does not begin as gzip does.")
                        .decidedBy(FIELD);
    }

    private static Judgement same(Turn turn, Context context) {
        Optional<String> before = turn.session()
                .flatMap(session -> session.before(turn).stream()
                        .filter(one -> one.is(PacketType.FRAGMENT))
                        .findFirst())
                .map(one -> used(one).orElse(IDENTITY));
        if (before.isEmpty()) {
            return Judgement.outOfScope();
        }
        String own = used(turn).orElse(IDENTITY);
        return before.get().equals(own)
                ? Judgement.held()
                : Judgement.broken(
                                before.get(),
                                own,
                                "Fragment is encoded as " + Excerpt.of(own) + ", and the Fragments before as "
                                        + Excerpt.of(before.get()) + ".")
                        .decidedBy(FIELD);
    }

    private static Judgement identity(Turn turn, Context context) {
        return turn.headers()
                .first(FIELD)
                .filter(value -> value.isBlank() || value.strip().equalsIgnoreCase(IDENTITY))
                .map(value -> FieldFindings.wrong(turn, FIELD, value, NONE))
                .orElseGet(Judgement::held);
    }

    /** The encoding of a Fragment in lower case; empty for plain bytes. */
    private static Optional<String> used(Turn turn) {
        return turn.headers()
                .first(FIELD)
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .map(value -> value.equals("x-gzip") ? "gzip" : value)
                .filter(value -> !value.isEmpty() && !value.equals(IDENTITY));
    }

    /** Whether a value is a list of names of encodings. */
    static boolean areTokens(String value) {
        return TOKENS.matcher(value).matches();
    }
}
