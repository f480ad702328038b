package org.bitsconformance.drive.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.RawConnection;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Guid;

/**
 * Finds out, with a session that is cancelled at once and a Ping, what a target does where the documents leave the
 * choice to the server. None of this is judged. If a packet goes unanswered over a new connection too, the probes stop,
 * so that a server that handles them badly costs little time.
 */
final class Probes {

    /** How long one connection waits at most before the other one is closed to make room. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** How often each of two connections must answer. */
    private static final int TURNS = 2;

    private final TargetLink link;
    private final URI url;

    Probes(TargetLink link) {
        this.link = link;
        this.url = link.probeUrl();
    }

    /** Adds what the probes show to what was known before. Sends nothing to a target that cannot be tested. */
    Probed after(Probed before) {
        if (before.diagnosis().isPresent()) {
            return before;
        }
        try (RawConnection first = connect()) {
            return probe(first, before);
        } catch (ConnectException | DrivingStopped e) {
            return before;
        }
    }

    private Probed probe(RawConnection first, Probed before) throws ConnectException {
        Optional<Answer> created = send(
                first,
                Packet.of(PacketType.CREATE_SESSION, url)
                        .with(BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5));
        if (created.isEmpty()) {
            return before;
        }
        Optional<String> session =
                created.get().headers().first(BitsHeaders.SESSION_ID).filter(id -> !id.isEmpty());
        Packet next = session.map(
                        id -> Packet.of(PacketType.CANCEL_SESSION, url).with(BitsHeaders.SESSION_ID, id))
                .orElseGet(() -> Packet.of(PacketType.PING, url));
        boolean kept = !saysClose(created.get()) && send(first, next).isPresent();
        if (!kept) {
            first.close();
        }
        Optional<Answer> refusal = created.filter(answer -> !answer.success());
        boolean answers = kept || alone(next).isPresent();
        if (answers && refusal.isEmpty() && session.isPresent()) {
            refusal = kept ? send(first, next) : alone(next);
            answers = refusal.isPresent();
        }
        boolean toFindOut =
                answers && link.declared().capabilities().connections().isEmpty();
        return new Probed(
                before.server(),
                before.diagnosis(),
                refusal.flatMap(Probes::errorHeader),
                session.map(Guid::form),
                Optional.of(kept),
                toFindOut ? several(Optional.of(first).filter(open -> kept)) : Optional.empty(),
                before.notices());
    }

    /** Sends a packet over its own connection. */
    private Optional<Answer> alone(Packet packet) throws ConnectException {
        try (RawConnection connection = connect()) {
            return send(connection, packet);
        }
    }

    /**
     * Whether Pings are answered over two connections that are open at the same time, in turns and twice each. If the
     * server does not keep connections, opens them again in pairs.
     *
     * @param open a connection that the server keeps; empty if it keeps none
     * @return false if a Ping was answered only after the other connection was closed; empty if that is unclear
     */
    private Optional<Boolean> several(Optional<RawConnection> open) {
        try {
            return inTurns(open);
        } catch (ConnectException e) {
            return Optional.empty();
        }
    }

    private Optional<Boolean> inTurns(Optional<RawConnection> open) throws ConnectException {
        Optional<Boolean> several = Optional.of(true);
        if (open.isPresent()) {
            try (RawConnection first = open.get();
                    RawConnection second = connect()) {
                for (int turn = 0; turn < TURNS && several.equals(Optional.of(true)); turn++) {
                    several = both(first, second);
                }
            }
            return several;
        }
        for (int turn = 0; turn < TURNS && several.equals(Optional.of(true)); turn++) {
            try (RawConnection first = connect();
                    RawConnection second = connect()) {
                several = both(first, second);
            }
        }
        return several;
    }

    private Optional<Boolean> both(RawConnection first, RawConnection second) {
        Optional<Boolean> later = beside(first, second);
        return later.equals(Optional.of(true)) ? beside(second, first) : later;
    }

    /**
     * Whether a Ping is answered while another connection is open. A server that serves one connection at a time
     * answers once the other is closed, so it never answers into a closed connection. Answers of a front end do not
     * count.
     */
    private Optional<Boolean> beside(RawConnection other, RawConnection asked) {
        AtomicBoolean waited = new AtomicBoolean();
        Duration half = link.target().requests().timeout().dividedBy(2);
        Future<?> release = link.deadlines().after(half.compareTo(LONGEST_WAIT) < 0 ? half : LONGEST_WAIT, () -> {
            waited.set(true);
            other.close();
        });
        try {
            return send(asked, Packet.of(PacketType.PING, url))
                    .filter(answer -> answer.success() || answer.ofTheProtocol())
                    .map(answer -> !waited.get());
        } finally {
            release.cancel(false);
        }
    }

    private RawConnection connect() throws ConnectException {
        return new RawConnection(link.connector().open(url));
    }

    private Optional<Answer> send(RawConnection connection, Packet packet) {
        Exchange exchange = new AuthenticatingSender(link, this::recorded)
                .on(connection, RequestText.rendering(packet, link.target(), link.userAgent("preflight")));
        Optional<Answer> answer = exchange.received();
        answer.ifPresent(seen -> link.probing().answered(packet, 0, seen));
        link.interruption().check();
        return answer;
    }

    private Exchange recorded(Traffic traffic, int attempt) {
        link.expenses().add(traffic);
        link.staleConnections().look(traffic);
        link.cookies().look(traffic);
        link.answerLimit().look(traffic);
        link.answerLimit().ended(traffic.request().text(), traffic.answer(), traffic.ending());
        return link.recorder().exchange("", Purpose.PROBE, 0, attempt, traffic, Optional.empty());
    }

    private static boolean saysClose(Answer answer) {
        return answer.headers().all("Connection").stream().anyMatch(value -> value.equalsIgnoreCase("close"));
    }

    private static Optional<String> errorHeader(Answer answer) {
        return Stream.of(BitsHeaders.ERROR_CODE, BitsHeaders.ERROR)
                .filter(answer.headers()::has)
                .findFirst();
    }
}
