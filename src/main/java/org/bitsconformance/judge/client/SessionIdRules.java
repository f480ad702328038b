package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.Guid;

/** The session id that packets carry, and what a client does with the Ack that gave it (MC-BUP 2.2.1.2, 3.1.5.2.2). */
final class SessionIdRules {

    private static final String FIELD = BitsHeaders.SESSION_ID;

    private SessionIdRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("packet.session-id", SessionIdRules::carried),
                row("client.create-session.answer.kept", SessionIdRules::kept));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule(
                "SessionIdIsSent",
                requirement,
                (turn, context) -> turn.isOfASession() && PacketRules.isWhole(turn)
                        ? check.judge(turn, context)
                        : Judgement.outOfScope());
    }

    /** Ids that the server gave before the observation began are not known, so that an unknown id is mostly none. */
    private static Judgement carried(Turn turn, Context context) {
        Optional<String> id = turn.request().sessionId().filter(value -> !value.isEmpty());
        if (id.isEmpty()) {
            return wasGivenNone(turn) ? Judgement.outOfScope() : FieldFindings.missing(turn, FIELD, FIELD);
        }
        if (turn.headers().all(FIELD).stream().distinct().count() > 1) {
            return FieldFindings.oneValue(turn, FIELD, FIELD, value -> true);
        }
        if (turn.session().isPresent()) {
            return spelt(turn, id.get(), turn.session().get().id());
        }
        return instead(turn, id.get())
                .<Judgement>map(
                        given -> FieldFindings.wrong(turn, FIELD, id.get(), FIELD + ": " + Excerpt.of(given.id())))
                .orElseGet(Judgement::outOfScope);
    }

    /** Whether the last Create-Session got an Ack without an id. */
    private static boolean wasGivenNone(Turn turn) {
        return turn.earlier().stream()
                .filter(one -> one.is(PacketType.CREATE_SESSION))
                .reduce((earlier, later) -> later)
                .flatMap(Turn::delivered)
                .filter(answer -> answer.headers()
                        .first(FIELD)
                        .filter(value -> !value.isEmpty())
                        .isEmpty())
                .isPresent();
    }

    private static Judgement spelt(Turn turn, String id, String given) {
        if (id.equals(given)) {
            return Judgement.held();
        }
        boolean sameGuid = Guid.isInBraces(id)
                && Guid.isInBraces(given)
                && id.toLowerCase(Locale.ROOT).equals(given.toLowerCase(Locale.ROOT));
        return sameGuid
                ? Judgement.observed(turn.packet() + " has the session id in another letter case than the Ack.")
                : FieldFindings.wrong(turn, FIELD, id, FIELD + ": " + Excerpt.of(given));
    }

    /**
     * The session whose id ought to be there: the last one that the server gave, if the packet comes from the same run
     * of the program, and neither the id nor the session is used otherwise.
     */
    private static Optional<ClientSession> instead(Turn turn, String id) {
        return turn.conversation().sessions().stream()
                .filter(session -> session.created().place() < turn.place())
                .reduce((earlier, later) -> later)
                .filter(session -> turn.certainlyKnows(session.created()))
                .filter(session -> !turn.mayKnowAnother(session))
                .filter(session -> session.after(turn).isEmpty())
                .filter(session -> !session.endedBefore(turn))
                .filter(session -> turn.earlier().stream()
                        .filter(one -> one.place() < session.created().place())
                        .noneMatch(one ->
                                one.request().sessionId().filter(id::equals).isPresent()));
    }

    /** After another Create-Session, a client uses the new id and no longer the one of a session that has ended. */
    private static Judgement kept(Turn turn, Context context) {
        if (turn.session().isEmpty()) {
            return Judgement.outOfScope();
        }
        ClientSession used = turn.session().get();
        Optional<ClientSession> newer = turn.conversation().sessions().stream()
                .filter(session -> session.created().place() < turn.place())
                .filter(session -> !session.created().isLost())
                .reduce((earlier, later) -> later)
                .filter(session -> session.created().place() > used.created().place());
        if (newer.isEmpty()) {
            return Judgement.held();
        }
        boolean certain = used.endedBefore(newer.get().created())
                && turn.certainlyKnows(newer.get().created());
        return certain
                ? FieldFindings.wrong(
                        turn,
                        FIELD,
                        used.id(),
                        FIELD + ": " + Excerpt.of(newer.get().id()))
                : Judgement.observed(turn.packet() + " belongs to a session before the last one that the server gave.");
    }
}
