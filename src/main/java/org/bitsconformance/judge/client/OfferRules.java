package org.bitsconformance.judge.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.Guid;

/** The list of protocols that a Create-Session offers (MC-BUP 2.2.2.2; Win32 create-session). */
final class OfferRules {

    private static final String FIELD = BitsHeaders.SUPPORTED_PROTOCOLS;

    private OfferRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("packet.create-session.protocols", OfferRules::form),
                row("packet.create-session.protocols.order", OfferRules::order),
                row("packet.create-session.protocols.delimiter", OfferRules::delimiter),
                row("packet.create-session.protocols.known", OfferRules::known));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule(
                "ProtocolsAreOffered",
                requirement,
                (turn, context) -> turn.is(PacketType.CREATE_SESSION) && PacketRules.isWhole(turn)
                        ? check.judge(turn, context)
                        : Judgement.outOfScope());
    }

    private static Judgement form(Turn turn, Context context) {
        String expected = "a list of GUIDs in braces";
        List<String> offered = offered(turn);
        if (offered.isEmpty()) {
            return turn.headers()
                    .first(FIELD)
                    .map(empty -> FieldFindings.wrong(turn, FIELD, empty, expected))
                    .orElseGet(() -> FieldFindings.missing(turn, FIELD, expected));
        }
        return offered.stream()
                .filter(one -> !Guid.isInBraces(one))
                .findFirst()
                .map(wrong -> FieldFindings.wrong(turn, FIELD, wrong, expected))
                .orElseGet(Judgement::held);
    }

    /** A list that names a protocol before and after another one has no order. */
    private static Judgement order(Turn turn, Context context) {
        List<String> offered =
                offered(turn).stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
        if (offered.stream().distinct().count() < 2) {
            return Judgement.outOfScope();
        }
        Optional<String> twice = offered.stream()
                .filter(one -> offered.subList(offered.indexOf(one), offered.lastIndexOf(one)).stream()
                        .anyMatch(other -> !other.equals(one)))
                .findFirst();
        return twice.<Judgement>map(one -> Judgement.broken(
                                "each protocol once",
                                Excerpt.of(one) + " twice",
                                "Create-Session offers " + Excerpt.of(one)
                                        + " before and after another protocol, so that its list has no order.")
                        .decidedBy(FIELD))
                .orElseGet(() -> Judgement.observed("Create-Session offers " + offered.size() + " protocols, "
                        + Excerpt.of(offered.get(0)) + " first; only the client knows which it likes best."));
    }

    /** MC-BUP allows commas, the Win32 page names only spaces. */
    private static Judgement delimiter(Turn turn, Context context) {
        String list = String.join(" ", turn.headers().all(FIELD)).strip();
        if (offered(turn).size() < 2 && !list.contains(",")) {
            return Judgement.outOfScope();
        }
        if (!list.contains(",")) {
            return Judgement.held();
        }
        return context.dialect() == Dialect.WIN32
                ? FieldFindings.wrong(turn, FIELD, list, "spaces between the protocols")
                : Judgement.observed("Create-Session has commas between its protocols, as MC-BUP allows.");
    }

    private static Judgement known(Turn turn, Context context) {
        List<String> offered = offered(turn);
        if (offered.isEmpty() || !offered.stream().allMatch(Guid::isInBraces)) {
            return Judgement.outOfScope();
        }
        return offered.stream().anyMatch(UploadProtocol.BITS_1_5::equalsIgnoreCase)
                ? Judgement.held()
                : FieldFindings.wrong(turn, FIELD, String.join(" ", offered), UploadProtocol.BITS_1_5);
    }

    /** The protocols in the list, as written. */
    static List<String> offered(Turn turn) {
        return turn.headers().all(FIELD).stream()
                .flatMap(list -> Arrays.stream(list.split("[\\s,]+")))
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
