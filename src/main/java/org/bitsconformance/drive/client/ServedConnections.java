package org.bitsconformance.drive.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.RawConnection;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.RunNotice;
import org.bitsconformance.transcript.http.Answer;

/**
 * How many connections the target serves at the same time: sends one Ping after the other, each over another
 * connection, and all stay open. No document says how many connections a server must serve, so the suite does not drive
 * more than it does.
 */
final class ServedConnections {

    private static final String ONE = "one";

    private final TargetLink link;
    private final String caseId;

    ServedConnections(TargetLink link, String caseId) {
        this.link = link;
        this.caseId = caseId;
    }

    /**
     * As many as wanted, or as the target serves; adds a notice to the run if those are fewer.
     *
     * @throws DrivingStopped when several uploads cannot be driven in parallel
     */
    int upTo(int wanted) {
        if (link.declared().capabilities().connections().filter(ONE::equals).isPresent()) {
            throw notApplicable("the target declares that it serves one connection at a time");
        }
        if (!link.target().namesUploads()) {
            throw notApplicable("the target has one URL for every upload, but this case needs several");
        }
        if (link.application().isPresent()) {
            throw notApplicable("a notification does not always show which of several uploads it is about");
        }
        int served = count(wanted);
        if (served < 2) {
            throw notApplicable(
                    served == 0
                            ? "the target did not answer a Ping"
                            : "the target did not answer a Ping on a second connection while the first was open");
        }
        if (served < wanted) {
            link.recorder()
                    .record(new RunNotice(
                            served + " uploads at once, not " + wanted + ": the target answered no Ping on one"
                                    + " more connection while " + served + " were open"));
        }
        return served;
    }

    private int count(int wanted) {
        Deque<RawConnection> open = new ArrayDeque<>();
        try {
            int served = 0;
            while (served < wanted && isServed(open)) {
                served++;
            }
            return served;
        } finally {
            open.forEach(RawConnection::close);
        }
    }

    private boolean isServed(Deque<RawConnection> open) {
        try {
            RawConnection next = new RawConnection(link.connector().open(link.probeUrl()));
            open.add(next);
            Packet ping = Packet.of(PacketType.PING, link.probeUrl());
            Exchange exchange = new AuthenticatingSender(link, this::recorded)
                    .on(next, RequestText.rendering(ping, link.target(), link.userAgent(caseId)));
            link.interruption().check();
            Optional<Answer> answer = exchange.received();
            return answer.filter(seen -> seen.success() || seen.ofTheProtocol()).isPresent();
        } catch (ConnectException e) {
            return false;
        }
    }

    private Exchange recorded(Traffic traffic, int attempt) {
        link.expenses().add(traffic);
        link.staleConnections().look(traffic);
        return link.recorder().exchange(caseId, Purpose.PROBE, 0, attempt, traffic, Optional.empty());
    }

    private static DrivingStopped notApplicable(String reason) {
        return new DrivingStopped(CaseEnd.Ending.NOT_APPLICABLE, reason);
    }
}
