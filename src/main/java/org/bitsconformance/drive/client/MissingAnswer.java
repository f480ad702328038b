package org.bitsconformance.drive.client;

import java.util.Optional;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.RawConnection;
import org.bitsconformance.drive.transport.Recorder;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;

/**
 * Explains a missing answer that a case needs: a Ping on a new connection distinguishes a server that does not answer
 * one packet from a server that does not answer at all.
 */
final class MissingAnswer {

    private final TargetLink link;
    private final Recorder recorder;
    private final String caseId;

    /** {@code recorder} records the Pings. */
    MissingAnswer(TargetLink link, Recorder recorder, String caseId) {
        this.link = link;
        this.recorder = recorder;
        this.caseId = caseId;
    }

    /** Why the case ends after a request that got no answer; {@code what} names the request. */
    DrivingStopped to(String what, Exchange exchange) {
        String came = switch (exchange.ending()) {
            case NOT_HTTP -> "there was an answer that is not HTTP to " + what;
            case CUT_OFF ->
                what + " was not waited for"
                        + left(link.answerLimit().silences(exchange.request().text()), what);
            default -> "there was no answer to " + what;
        };
        return ping().isPresent()
                ? new DrivingStopped(CaseEnd.Ending.PREREQUISITE_MISSING, came)
                : new DrivingStopped(
                        CaseEnd.Ending.TARGET_DEAD,
                        "the target no longer answers: neither " + what + " nor a Ping on a new connection");
    }

    /**
     * Lets a packet be sent unless too many of its type have gone unanswered.
     *
     * @throws DrivingStopped if they have
     */
    void refuse(PacketType type) {
        if (link.answerLimit().gaveUp(type)) {
            String what = type.toString();
            throw new DrivingStopped(
                    CaseEnd.Ending.PREREQUISITE_MISSING,
                    what + " was not sent" + left(link.answerLimit().silences(type), what));
        }
    }

    private static String left(int silences, String what) {
        return ": the target did not answer " + silences + " of them; the case needs an answer to each " + what;
    }

    /** Why the case ends after a front end answered a request instead of the server. */
    DrivingStopped behindFrontEnd(String what, Answer answer) {
        String says = FrontEnd.says(answer, what) + link.retryWait().refused(answer);
        if (!FrontEnd.gotNoAnswer(answer)) {
            return new DrivingStopped(CaseEnd.Ending.PREREQUISITE_MISSING, says);
        }
        boolean dead = ping().filter(seen -> !FrontEnd.gotNoAnswer(seen)).isEmpty();
        return dead
                ? new DrivingStopped(CaseEnd.Ending.TARGET_DEAD, says + " answer a Ping on a new connection either")
                : new DrivingStopped(
                        CaseEnd.Ending.PREREQUISITE_MISSING, says + ", though it answered a Ping right after");
    }

    private Optional<Answer> ping() {
        Packet ping = Packet.of(PacketType.PING, link.probeUrl());
        try (RawConnection fresh = new RawConnection(link.connector().open(ping.url()))) {
            Traffic traffic = fresh.send(RequestText.of(ping, link.target(), link.userAgent(caseId)));
            link.expenses().add(traffic);
            recorder.exchange(caseId, Purpose.PROBE, 0, 1, traffic, Optional.empty());
            link.interruption().check();
            return traffic.received();
        } catch (ConnectException e) {
            return Optional.empty();
        }
    }
}
