package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * The host that the server names for the packets after Create-Session, and the way back to the first one (MC-BUP
 * 2.2.3.2, 2.2.4, 3.1.6.3; Win32 ack-for-create-session). Tries to reach a host that is gone do not show.
 */
final class HostRules {

    private static final String TABLE = "NamedHostIsUsed";
    private static final int OUT_OF_SYNC = 416;
    private static final long MILLIS = 1_000;
    private static final long MICROS_PER_MILLI = 1_000;

    /** A client that comes this late has tried to reach the named host. */
    private static final long TRIED_MILLIS = 1_000;

    /** How much clocks may differ. */
    private static final long TOLERANCE_MILLIS = 200;

    /** How much longer than its time a client may need to notice that the named host is away, at least. */
    private static final long GRACE_MILLIS = 5_000;

    private HostRules() {}

    /**
     * Where a packet of a session went, if the server named another host than that of the Create-Session.
     *
     * @param named the named host
     * @param atNamed whether the packet went there
     * @param tried whether an earlier packet of the session did
     * @param progress the last packet whose Ack resets the time (MC-BUP 3.1.5.1.4): a Fragment that the named host took
     *     or answered 416, or else the Create-Session. After an error the time runs on (3.1.5.1.7).
     * @param waited milliseconds since that Ack
     * @param timeout milliseconds of {@code BITS-Host-Id-Fallback-Timeout}; empty if there is none
     */
    private record Move(
            String named, boolean atNamed, boolean tried, Turn progress, long waited, OptionalLong timeout) {

        boolean early() {
            return timeout.isEmpty() || waited + TOLERANCE_MILLIS < timeout.getAsLong();
        }

        boolean reallyTried() {
            return tried || waited >= TRIED_MILLIS;
        }
    }

    /** What a rule says about a packet of a session with a named host. */
    @FunctionalInterface
    private interface MoveCheck {

        Judgement judge(Turn turn, Move move);
    }

    static List<CaseRule> all() {
        return List.of(
                row("client.host-id.followed", HostRules::followed),
                row("client.host-id.fallback.timer", HostRules::afterItsTime),
                row("client.host-id.fallback.never", HostRules::never),
                new TurnRule(TABLE, "client.host-id.fallback", HostRules::fallsBack),
                new TurnRule(TABLE, "client.host-id.ping", HostRules::pinged),
                new TurnRule(TABLE, "client.host-id.fallback.no-progress", HostRules::gaveUp));
    }

    private static CaseRule row(String requirement, MoveCheck check) {
        return new TurnRule(
                TABLE,
                requirement,
                (turn, context) ->
                        move(turn).map(move -> check.judge(turn, move)).orElseGet(Judgement::outOfScope));
    }

    private static Optional<Move> move(Turn turn) {
        if (!turn.isOfASession() || turn.session().isEmpty()) {
            return Optional.empty();
        }
        ClientSession session = turn.session().get();
        Optional<String> named = Hosts.named(session).filter(host -> !host.equals(Hosts.of(session.created())));
        return named.map(host -> {
            List<Turn> there = session.atNamedHostBefore(turn);
            Turn progress = progress(session, there);
            return new Move(
                    host,
                    Hosts.of(turn).equals(host),
                    !there.isEmpty(),
                    progress,
                    turn.millisAfter(progress),
                    timeout(session));
        });
    }

    private static Turn progress(ClientSession session, List<Turn> there) {
        for (int i = there.size() - 1; i >= 0; i--) {
            Turn one = there.get(i);
            if (one.is(PacketType.FRAGMENT) && (one.succeeded() || one.answeredWith(OUT_OF_SYNC))) {
                return one;
            }
        }
        return session.created();
    }

    /** The last packet that the named host answered, or the Create-Session. */
    private static Turn last(ClientSession session) {
        return session.atNamedHost().stream()
                .filter(one -> !one.isLost())
                .reduce((earlier, later) -> later)
                .orElse(session.created());
    }

    private static OptionalLong timeout(ClientSession session) {
        return session.created()
                .delivered()
                .flatMap(answer -> answer.headers().first(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT))
                .filter(value -> value.matches("\\d{1,10}"))
                .map(value -> OptionalLong.of(Long.parseLong(value) * MILLIS))
                .orElseGet(OptionalLong::empty);
    }

    private static Judgement followed(Turn turn, Move move) {
        if (move.atNamed()) {
            return Judgement.held();
        }
        return move.early() && !move.reallyTried() ? elsewhere(turn, move, "") : Judgement.outOfScope();
    }

    private static Judgement afterItsTime(Turn turn, Move move) {
        if (move.atNamed() || move.timeout().isEmpty() || !move.reallyTried()) {
            return Judgement.outOfScope();
        }
        return move.early()
                ? elsewhere(
                        turn,
                        move,
                        " " + seconds(move.waited()) + " s after the last Ack to "
                                + move.progress().packet() + ", and the time is "
                                + seconds(move.timeout().getAsLong()) + " s")
                : Judgement.held();
    }

    private static Judgement never(Turn turn, Move move) {
        if (move.timeout().isPresent()) {
            return Judgement.outOfScope();
        }
        if (move.atNamed()) {
            return Judgement.held();
        }
        return move.reallyTried()
                ? elsewhere(turn, move, ", and there is no time after which it may")
                : Judgement.outOfScope();
    }

    private static Judgement elsewhere(Turn turn, Move move, String more) {
        String host = Hosts.of(turn);
        String seen = turn.packet() + " went to " + Excerpt.of(host) + " where " + Excerpt.of(move.named())
                + ", which the server named, is expected" + more;
        return Proxies.mayHaveChanged(turn.request())
                ? Judgement.observed(seen + "; a proxy may have changed the host.")
                : Judgement.broken("the host " + move.named(), "the host " + host, seen + ".")
                        .decidedBy("Host");
    }

    private static String seconds(long millis) {
        return String.valueOf(millis / MILLIS);
    }

    /** Asked about each Create-Session: what follows shows whether the client came back. */
    private static Judgement fallsBack(Turn turn, Context context) {
        Optional<ClientSession> session = sessionOf(turn);
        if (session.isEmpty() || timeout(session.get()).isEmpty()) {
            return Judgement.outOfScope();
        }
        ClientSession own = session.get();
        long timeout = timeout(own).getAsLong();
        String named = Hosts.named(own).orElseThrow();
        Turn last = last(own);
        Optional<Turn> back = own.after(last).stream()
                .filter(one -> !Hosts.of(one).equals(named))
                .filter(one -> one.millisAfter(last) >= timeout)
                .findFirst();
        if (back.isPresent()) {
            return Judgement.held();
        }
        boolean done = own.turns().stream().anyMatch(one -> one.isEnd() && one.succeeded());
        boolean elsewhere = turn.later().stream()
                .anyMatch(one -> one.place() > last.place() && !Hosts.of(one).equals(named));
        Optional<Long> waited = turn.programEnded().map(ended -> millisFrom(last, ended));
        long longest = timeout + Math.max(timeout, GRACE_MILLIS);
        return !done && !elsewhere && waited.filter(millis -> millis > longest).isPresent()
                ? Judgement.broken(
                        "a packet to " + Hosts.of(own.created()),
                        "no packet",
                        "The client sent nothing to " + Excerpt.of(Hosts.of(own.created())) + " in the "
                                + seconds(waited.get()) + " s after the last answer, and the time is "
                                + seconds(timeout) + " s.")
                : Judgement.outOfScope();
    }

    /** Only reported: MC-BUP says both that the client may and that it should. */
    private static Judgement pinged(Turn turn, Context context) {
        Optional<ClientSession> session = sessionOf(turn);
        Optional<Turn> next = turn.next();
        if (session.isEmpty()
                || next.filter(one -> Hosts.isAtNamedHost(one, session.get())).isEmpty()) {
            return Judgement.outOfScope();
        }
        return next.get().is(PacketType.PING)
                ? Judgement.held()
                : Judgement.observed("The client went on at the named host with "
                        + next.get().packet() + " and not with a Ping.");
    }

    /** Only reported: how long a client tries is for its user to say. */
    private static Judgement gaveUp(Turn turn, Context context) {
        Optional<ClientSession> session = sessionOf(turn);
        Optional<ClientEnded> ended = turn.exited();
        if (session.isEmpty()
                || ended.isEmpty()
                || timeout(session.get()).isEmpty()
                || turn.next().isPresent()) {
            return Judgement.outOfScope();
        }
        long waited = millisFrom(turn, ended.get());
        return waited < timeout(session.get()).getAsLong()
                ? Judgement.observed("The client gave up " + seconds(waited) + " s after " + turn.packet()
                        + ", before the fallback time of "
                        + seconds(timeout(session.get()).getAsLong()) + " s.")
                : Judgement.outOfScope();
    }

    private static long millisFrom(Turn turn, ClientEnded ended) {
        return (ended.atMicros() - turn.exchange().timing().endedMicros()) / MICROS_PER_MILLI;
    }

    /** The session that a Create-Session began, if the server named another host for it. */
    private static Optional<ClientSession> sessionOf(Turn turn) {
        return turn.opened()
                .filter(session -> Hosts.named(session)
                        .filter(host -> !host.equals(Hosts.of(turn)))
                        .isPresent());
    }
}
