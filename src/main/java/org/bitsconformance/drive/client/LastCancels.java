package org.bitsconformance.drive.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.Connector;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.transcript.Purpose;

/** Cancels the sessions that an interrupted run left open: best effort, never judged, and with short waits. */
final class LastCancels {

    /** The longest time for an answer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final TargetLink link;
    private final Connector connector;

    LastCancels(TargetLink link) {
        this.link = link;
        Duration usual = link.target().requests().timeout();
        this.connector = link.connector().toCleanUp(usual.compareTo(LONGEST_WAIT) < 0 ? usual : LONGEST_WAIT);
    }

    /** Sends one Cancel-Session for each, over its own connection, until the time for all of them is over. */
    void send(String caseId, List<OpenSessions.Given> sessions) {
        try {
            for (OpenSessions.Given session : sessions) {
                send(caseId, session);
            }
        } catch (ConnectException | DrivingStopped e) {
            // Nobody is there, or the time is over: the server's time-out ends the rest.
        }
    }

    private void send(String caseId, OpenSessions.Given session) throws ConnectException {
        Packet packet = session.cancelling();
        AuthenticatingSender challenged = new AuthenticatingSender(
                link,
                connector,
                (traffic, attempt) -> link.recorder()
                        .exchange(caseId, Purpose.CLEAN_UP, session.handle(), attempt, traffic, Optional.empty()));
        challenged.alone(packet.url(), RequestText.rendering(packet, link.target(), link.userAgent(caseId)));
    }
}
