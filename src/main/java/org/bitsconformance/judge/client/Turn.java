package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.capture.Capture;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.Headers;
import org.bitsconformance.transcript.http.Request;

/**
 * A packet of a client, with what came before and after it.
 *
 * @param conversation all packets of the client to the same URL
 * @param place of the packet among them, from 0
 * @param step the packet and its answer
 * @param session the session whose id the packet carries; empty if it carries none, or none that is known
 * @param range the range of a Fragment
 */
record Turn(
        ClientConversation conversation,
        int place,
        Step step,
        Optional<ClientSession> session,
        Optional<ContentRange> range) {

    private static final long MICROS_PER_MILLI = 1_000;

    /** No client gives up waiting as soon as this. */
    private static final long SOON_MICROS = 250_000;

    Exchange exchange() {
        return step.exchange();
    }

    Request request() {
        return step.request();
    }

    Headers headers() {
        return step.request().headers();
    }

    boolean is(PacketType type) {
        return step.is(type);
    }

    /** Whether it is a Fragment, a Close-Session or a Cancel-Session. */
    boolean isOfASession() {
        return step.belongsToSession();
    }

    /** Whether it is a Close-Session or a Cancel-Session. */
    boolean isEnd() {
        return is(PacketType.CLOSE_SESSION) || is(PacketType.CANCEL_SESSION);
    }

    /** The name of the packet, for messages. */
    String packet() {
        return step.packet();
    }

    /**
     * The answer, if all of it was passed on to the client, which had not gone on over another connection by then. One
     * that is no right HTTP, or with bytes after its end, a client may have thrown away.
     */
    Optional<Answer> delivered() {
        return step.answer()
                .filter(answer -> exchange().ending() == Exchange.Ending.ANSWERED && answer.complete())
                .filter(answer -> answer.defects().isEmpty() && answer.excess() == 0 && step.excess() == 0)
                .filter(answer -> next().filter(this::didNotWait).isEmpty());
    }

    private boolean didNotWait(Turn next) {
        return next.exchange().timing().startedMicros() < exchange().timing().endedMicros()
                && !next.exchange().connection().equals(exchange().connection());
    }

    /** Whether the client may not have got an answer. */
    boolean isLost() {
        return delivered().isEmpty();
    }

    /** Whether the client got an answer with one of these statuses. */
    boolean answeredWith(int... statuses) {
        return delivered()
                .filter(answer -> IntStream.of(statuses).anyMatch(status -> status == answer.status()))
                .isPresent();
    }

    /** Whether the client got an answer that means success. */
    boolean succeeded() {
        return delivered().filter(Answer::success).isPresent();
    }

    /** Whether the client got an answer with this HRESULT. */
    boolean says(Hresult code) {
        return delivered().filter(answer -> StatusChecks.says(answer, code)).isPresent();
    }

    /** The next packet of the client. */
    Optional<Turn> next() {
        List<Turn> later = later();
        return later.isEmpty() ? Optional.empty() : Optional.of(later.get(0));
    }

    /** The packets after it. */
    List<Turn> later() {
        List<Turn> all = conversation.turns();
        return all.subList(place + 1, all.size());
    }

    /** The packets before it. */
    List<Turn> earlier() {
        return conversation.turns().subList(0, place);
    }

    /** The next packet that is not a Ping. */
    Optional<Turn> nextButPing() {
        return later().stream().filter(turn -> !turn.is(PacketType.PING)).findFirst();
    }

    /**
     * Whether the client that sent this packet certainly knew the answer to an earlier one. A program that was started
     * again may have forgotten it, one that gave up waiting never got it, and a proxy may send the packets of several
     * programs over one connection.
     */
    boolean certainlyKnows(Turn earlier) {
        String connection = exchange().connection();
        boolean same = !connection.isEmpty()
                && connection.equals(earlier.exchange().connection())
                && !Proxies.mayHaveChanged(request());
        boolean soon = earlier.exchange().timing().waitedMicros() < SOON_MICROS;
        return same || (soon && programEnded().isPresent());
    }

    /** Whether the client may have been given a later session in an answer that could not be read. */
    boolean mayKnowAnother(ClientSession session) {
        return earlier().stream()
                .filter(one -> one.place() > session.created().place())
                .anyMatch(one ->
                        one.is(PacketType.CREATE_SESSION) && one.exchange().unread());
    }

    /** Whether no packet before it can be missing in the record: captures may leave some out, or other connections. */
    boolean isWithAllBefore() {
        return !conversation.history().start().scenario().equals(Capture.CASE);
    }

    /** How the client's program ended, if it was started for this upload. */
    Optional<ClientEnded> programEnded() {
        return conversation.history().clientEnded();
    }

    /** How it ended, if it ended by itself. */
    Optional<ClientEnded> exited() {
        return programEnded().filter(program -> program.exitCode().isPresent());
    }

    /** Whether it ended and said that all is well. */
    boolean claimsSuccess() {
        return programEnded().filter(ClientEnded::claimsSuccess).isPresent();
    }

    /** The session that the server gave in answer to it, if it is a Create-Session. */
    Optional<ClientSession> opened() {
        return is(PacketType.CREATE_SESSION)
                ? conversation.sessions().stream()
                        .filter(session -> session.created().place() == place)
                        .findFirst()
                : Optional.empty();
    }

    /** Whether another packet is the same one, of the same session and to the same target. */
    boolean isRepeatedBy(Turn other) {
        return other.packet().equals(packet())
                && other.request().target().equals(request().target())
                && other.request().sessionId().equals(request().sessionId());
    }

    /** How long after the end of an earlier packet this one came, in milliseconds; not less than 0. */
    long millisAfter(Turn earlier) {
        long waited = exchange().timing().startedMicros()
                - earlier.exchange().timing().endedMicros();
        return Math.max(0, waited / MICROS_PER_MILLI);
    }
}
