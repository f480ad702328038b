package org.bitsconformance.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.AnswerParser;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.ErrorCode;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Payload;
import org.bitsconformance.transcript.Purpose;

/**
 * What a scenario drives one case with. It sends packets over one connection at a time and records them; it never
 * judges. Where an answer is missing that later packets need, driving stops with {@link DrivingStopped}.
 */
public final class BitsClient implements AutoCloseable {

    private static final long FIRST_SEED = 0xB175;

    private final TargetLink link;
    private final String caseId;
    private final KeptConnection connection;
    private final List<Upload> uploads = new ArrayList<>();
    private Purpose purpose = Purpose.CASE;
    private int sessions;
    private boolean dead;

    BitsClient(TargetLink link, String caseId) {
        this.link = link;
        this.caseId = caseId;
        this.connection = new KeptConnection(
                link.target(), link.connector(), link.recorder().clock(), link.losses());
    }

    /** A Ping that belongs to no session. */
    public Outgoing pinging() {
        return new Outgoing(this, Packet.of(PacketType.PING, link.probeUrl()), 0, answer -> {});
    }

    /** Sends a Ping that belongs to no session. */
    public void ping() {
        pinging().send();
    }

    /** Ends the connection; the next packet goes over a new one. */
    public void newConnection() {
        connection.abandon();
    }

    /**
     * Prepares an upload of its own name and content; nothing is sent yet.
     *
     * @param size number of bytes
     * @throws DrivingStopped when the target declares that it takes less, or has one URL for every upload and the case
     *     has used it
     */
    public Upload upload(long size) {
        if (size > link.target().maxUpload().orElse(Long.MAX_VALUE)) {
            throw notApplicable("the target declares maxUpload "
                    + link.target().maxUpload().getAsLong() + " bytes, this case needs " + size);
        }
        return upload(size, link.newName());
    }

    /** As {@link #upload(long)}, although the target declares that it takes less. */
    public Upload uploadOverLimit(long size) {
        return upload(size, link.newName());
    }

    /**
     * As {@link #upload(long)}, with a destination whose name is unusual.
     *
     * @param form the name, percent-encoded where need be; {@code *} in it stands for a name of its own
     */
    public Upload uploadNamed(long size, String form) {
        if (!link.target().namesUploads()) {
            throw new DrivingStopped(
                    CaseEnd.Ending.NOT_APPLICABLE, "the target has one URL for every upload, this case needs a name");
        }
        return upload(size, form.replace("*", link.newName()));
    }

    /** Another upload to the destination of one that there is. */
    public Upload uploadTo(Upload other) {
        Upload upload = new Upload(this, other.name(), new Payload(FIRST_SEED + uploads.size(), other.size()));
        uploads.add(upload);
        return upload;
    }

    /** The largest upload that the target takes, in bytes, where it declares one. */
    public OptionalLong declaredMaxUpload() {
        return link.target().maxUpload();
    }

    /** Says that the case cannot be driven on this target, and why. */
    public DrivingStopped notApplicable(String reason) {
        return new DrivingStopped(CaseEnd.Ending.NOT_APPLICABLE, reason);
    }

    /** Says that an answer was missing that the rest of the case needs. */
    public DrivingStopped prerequisiteMissing(String reason) {
        return new DrivingStopped(CaseEnd.Ending.PREREQUISITE_MISSING, reason);
    }

    private Upload upload(long size, String name) {
        if (!uploads.isEmpty() && !link.target().namesUploads()) {
            throw new DrivingStopped(
                    CaseEnd.Ending.NOT_APPLICABLE, "the target has one URL for every upload, this case needs several");
        }
        Upload upload = new Upload(this, name, new Payload(FIRST_SEED + uploads.size(), size));
        uploads.add(upload);
        return upload;
    }

    /** Does what brings the target into the state that the case needs, without being what the case is about. */
    public void setUp(Runnable packets) {
        as(Purpose.SET_UP, packets);
    }

    /** Does what the documents leave open: whether the server carries it out is reported, not judged. */
    public void open(Runnable packets) {
        as(Purpose.OPEN, packets);
    }

    private void as(Purpose other, Runnable packets) {
        purpose = other;
        try {
            packets.run();
        } finally {
            purpose = Purpose.CASE;
        }
    }

    /** Cancels what the case left open, best effort and never judged, and ends the connection. */
    @Override
    public void close() {
        purpose = Purpose.CLEAN_UP;
        try {
            for (Upload upload : uploads) {
                if (!dead) {
                    upload.cancelIfOpen();
                }
            }
        } catch (DrivingStopped e) {
            // Clean-up is best effort.
        } finally {
            connection.close();
        }
    }

    TargetLink link() {
        return link;
    }

    String caseId() {
        return caseId;
    }

    int newSession() {
        return ++sessions;
    }

    void abandonConnection() {
        connection.abandon();
    }

    /** Sends a packet of a session (0 for none); the answer, once there is one. */
    Answer send(Packet packet, int session) {
        Exchange exchange = attempt(packet, session, 1);
        if (exchange.judgesNothing()) {
            exchange = attempt(packet, session, 2);
        }
        if (exchange.ending() == Ending.NOT_CONNECTED) {
            dead = true;
            throw new DrivingStopped(
                    CaseEnd.Ending.TARGET_DEAD, "no connection could be established for " + packet.type());
        }
        boolean ended = exchange.ending() == Ending.CLOSED;
        Optional<Answer> answer = AnswerParser.parse(exchange.answer().text(), BitsHeaders.VERB, ended);
        if (answer.isEmpty()) {
            throw unanswered(packet, exchange);
        }
        refuseOnLimit(packet, answer.get());
        return answer.get();
    }

    private Exchange attempt(Packet packet, int session, int attempt) {
        Traffic traffic = connection.send(packet, link.userAgent(caseId));
        return link.recorder().exchange(caseId, purpose, session, attempt, traffic, packet.content());
    }

    /** Tells a server that does not answer this packet from one that does not answer at all. */
    private DrivingStopped unanswered(Packet packet, Exchange exchange) {
        if (purpose == Purpose.CLEAN_UP) {
            return new DrivingStopped(CaseEnd.Ending.DRIVEN, "clean-up was not answered");
        }
        connection.abandon();
        Packet ping = Packet.of(PacketType.PING, link.probeUrl());
        boolean alive;
        try (RawConnection fresh = new RawConnection(link.connector().open(ping.url()))) {
            Traffic traffic = fresh.send(RequestText.of(ping, link.target(), link.userAgent(caseId)));
            link.recorder().exchange(caseId, Purpose.PROBE, 0, 1, traffic, Optional.empty());
            alive = AnswerParser.parse(traffic.answer().text(), BitsHeaders.VERB, true)
                    .isPresent();
        } catch (ConnectException e) {
            alive = false;
        }
        dead = !alive;
        String what = exchange.ending() == Ending.NOT_HTTP ? "an answer that is not HTTP" : "no answer";
        return alive
                ? new DrivingStopped(CaseEnd.Ending.PREREQUISITE_MISSING, "there was " + what + " to " + packet.type())
                : new DrivingStopped(
                        CaseEnd.Ending.TARGET_DEAD,
                        "the target no longer answers: neither " + packet.type() + " nor a Ping on a new connection");
    }

    private static void refuseOnLimit(Packet packet, Answer answer) {
        boolean scarce = answer.status() == 413
                || (answer.status() == 500
                        && (names(answer, Hresult.BG_E_TOO_LARGE) || names(answer, Hresult.ERROR_DISK_FULL)));
        if (scarce) {
            throw new DrivingStopped(
                    CaseEnd.Ending.NOT_APPLICABLE,
                    "the target's limit: " + packet.type() + " was answered " + answer.status());
        }
    }

    private static boolean names(Answer answer, Hresult code) {
        return ErrorCode.of(answer.headers())
                .flatMap(ErrorCode::value)
                .filter(value -> value == code.value())
                .isPresent();
    }
}
