package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.adding;
import static org.bitsconformance.reference.fault.Deviations.answering;
import static org.bitsconformance.reference.fault.Deviations.delivering;
import static org.bitsconformance.reference.fault.Deviations.dropping;
import static org.bitsconformance.reference.fault.Deviations.goingOn;
import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.namingSessions;
import static org.bitsconformance.reference.fault.Deviations.publishing;
import static org.bitsconformance.reference.fault.Deviations.rewriting;
import static org.bitsconformance.reference.fault.Deviations.setting;

import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.Delivery;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.CombinedConduct;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.Nodes;
import org.bitsconformance.reference.server.Refusal;

/** Faults that concern sessions, their ids and their end, what is delivered, and the connection. */
public enum SessionFault implements Fault {
    SESSION_ID_TOO_LONG(
            "Session ids are longer than 100 characters",
            "BITS-Session-Id",
            namingSessions(fresh -> fresh + "0".repeat(100))),

    SESSION_IDS_REPEATED(
            "Every session has the same id",
            "BITS-Session-Id",
            namingSessions(fresh -> fresh.replaceAll("[0-9A-Fa-f]", "7"))),

    SESSION_ID_MISSING_IN_ACKS(
            "Only the Ack for Create-Session names the session",
            "BITS-Session-Id",
            dropping(When.SESSION_REPEATED, BitsHeaders.SESSION_ID)),

    SESSION_ID_CHANGED_IN_ACKS(
            "Acks name another session than their packet did",
            "BITS-Session-Id",
            setting(When.SESSION_REPEATED, BitsHeaders.SESSION_ID, FaultyValues.OTHER_GUID)),

    SESSION_ID_NONE_IN_ACKS(
            "Acks to packets that name no session name one called None",
            "BITS-Session-Id: None",
            setting(
                    ack -> ack.exchange().sessionId().isEmpty()
                            && !ack.answer().headers().contains(BitsHeaders.SESSION_ID),
                    BitsHeaders.SESSION_ID,
                    "None")),

    CLOSE_ANSWERED_500(
            "Close-Session delivers the file and answers 500",
            "500",
            answering(
                    When.accepted(PacketType.CLOSE_SESSION),
                    StatusCode.INTERNAL_SERVER_ERROR,
                    Hresult.BG_E_SESSION_NOT_FOUND)),

    CLOSE_KEEPS_SESSION(
            "A Fragment after Close-Session is accepted",
            "Fragment",
            goingOn(PacketType.CLOSE_SESSION, PacketType.FRAGMENT)),

    SESSIONS_NEVER_END(
            "Sessions that were closed or cancelled are served as before",
            "200",
            new CombinedConduct(Stream.of(PacketType.CLOSE_SESSION, PacketType.CANCEL_SESSION)
                    .flatMap(end -> Stream.of(PacketType.FRAGMENT, PacketType.CLOSE_SESSION, PacketType.CANCEL_SESSION)
                            .map(next -> goingOn(end, next)))
                    .toList())),

    EARLY_CLOSE_KEEPS_SESSION(
            "Close-Session before the last byte is answered 200, and the session goes on",
            "Fragment",
            lapsing(Misbehaviour.IGNORES_EARLY_CLOSES)),

    REFUSED_CLOSE_CARRIED_OUT(
            "Close-Session with a body is refused but still carried out",
            "Close-Session",
            lapsing(Misbehaviour.CARRIES_OUT_REFUSED_CLOSES)),

    CANCEL_AFTER_CLOSE_DELETES(
            "A Cancel-Session after Close-Session is refused but still deletes the file",
            "nothing",
            lapsing(Misbehaviour.DELETES_CLOSED_UPLOADS)),

    EARLY_CANCEL_KEEPS_SESSION(
            "Cancel-Session before the first byte is answered 200, and the session goes on",
            "Cancel-Session",
            lapsing(Misbehaviour.IGNORES_EARLY_CANCELS)),

    OVERWRITTEN_FILE_KEEPS_TAIL(
            "A larger file that is replaced keeps the bytes after the end of the new one",
            "bytes",
            lapsing(Misbehaviour.KEEPS_TAILS)),

    CANCEL_ANSWERED_500(
            "Cancel-Session cancels and answers 500",
            "500",
            answering(
                    When.accepted(PacketType.CANCEL_SESSION),
                    StatusCode.INTERNAL_SERVER_ERROR,
                    Hresult.BG_E_SESSION_NOT_FOUND)),

    CANCEL_KEEPS_SESSION(
            "A Fragment after Cancel-Session is accepted",
            "Fragment",
            goingOn(PacketType.CANCEL_SESSION, PacketType.FRAGMENT)),

    CANCEL_PUBLISHES(
            "A cancelled upload appears at its URL", "cancelled", lapsing(Misbehaviour.PUBLISHES_CANCELLED_UPLOADS)),

    UNKNOWN_SESSION_ACCEPTED(
            "Packets of a session that never was are accepted", "500", lapsing(Misbehaviour.ACCEPTS_UNKNOWN_SESSIONS)),

    UNKNOWN_SESSION_ANSWERED_IN_WORDS(
            "A packet of an unknown session is answered 200, with a text and no BITS field",
            "200",
            rewriting(When.refusedFor(Refusal.UNKNOWN_SESSION), ack -> FaultyValues.successInWords())),

    UNKNOWN_SESSION_OTHER_CODE(
            "An unknown session is called an invalid argument",
            "0x8020001F",
            answering(
                    When.refusedFor(Refusal.UNKNOWN_SESSION), StatusCode.INTERNAL_SERVER_ERROR, Hresult.E_INVALIDARG)),

    UNKNOWN_SESSION_ANSWERED_404(
            "An unknown session is answered 404",
            "404",
            answering(When.refusedFor(Refusal.UNKNOWN_SESSION), StatusCode.NOT_FOUND)),

    DELIVERY_LOSES_LAST_BYTE(
            "The delivered file lacks its last byte", "bytes", publishing(FaultyValues::withoutLastByte)),

    DELIVERY_FLIPS_A_BYTE(
            "One bit of the delivered file is inverted", "bytes", publishing(FaultyValues::withFlippedBit)),

    DELIVERY_DOUBLES_A_FRAGMENT(
            "The delivered file has the bytes of its first fragment twice",
            "bytes",
            publishing(FaultyValues::withFirstBlockTwice)),

    DELIVERY_MISSING("The file never appears at its URL", "404", lapsing(Misbehaviour.PUBLISHES_NOTHING)),

    CLOSE_NEVER_ANSWERED(Defect.outsideMessages(
            "Close-Session is never answered",
            "Close-Session",
            delivering(When.answerTo(PacketType.CLOSE_SESSION), Delivery.NEVER))),

    CLOSE_RESETS_CONNECTION(Defect.outsideMessages(
            "Close-Session resets the connection",
            "Close-Session",
            delivering(When.answerTo(PacketType.CLOSE_SESSION), Delivery.RESET))),

    MISSING_SESSION_ID_GUESSED(
            "A packet without a session id is treated as one of the only session at its URL",
            "400 or 500",
            lapsing(Misbehaviour.GUESSES_SESSIONS)),

    MISSING_SESSION_ID_ANSWERED_404(
            "A packet without a session id is answered 404",
            "404",
            answering(When.refusedFor(Refusal.SESSION_MISSING), StatusCode.NOT_FOUND)),

    MALFORMED_SESSION_ID_ANSWERED_404(
            "A session id that is not a GUID is answered 404",
            "404",
            answering(
                    When.refusedFor(Refusal.UNKNOWN_SESSION).and(ack -> Packets.SESSION_MALFORMED.test(ack.exchange())),
                    StatusCode.NOT_FOUND)),

    SESSIONS_TIED_TO_CONNECTIONS(
            "A session is known only on the connection that it was opened on",
            "Fragment",
            lapsing(Misbehaviour.TIES_SESSIONS_TO_CONNECTIONS)),

    SESSIONS_FOUND_BY_URL(
            "A packet belongs to the upload at its URL, whatever session it names",
            "500",
            new CombinedConduct(List.of(
                    lapsing(Misbehaviour.FINDS_SESSIONS_BY_URL), lapsing(Misbehaviour.ACCEPTS_UNKNOWN_SESSIONS)))),

    CONNECTIONS_BALANCED(
            "Two servers behind one address take turns at connections, and each knows its own sessions only",
            "Fragment",
            new CombinedConduct(List.of(lapsing(Misbehaviour.BALANCES_CONNECTIONS), namingNode()))),

    REQUESTS_BALANCED(
            "Two servers behind one address take turns at requests, and each knows its own sessions only",
            "Fragment",
            new CombinedConduct(List.of(lapsing(Misbehaviour.BALANCES_REQUESTS), namingNode()))),

    SESSIONS_MIXED_UP(
            "A Fragment gets bytes of the one before it on the connection if that belongs to another session",
            "bytes",
            lapsing(Misbehaviour.MIXES_SESSIONS)),

    SESSIONS_MIX_UNDER_LOAD(Defect.outsideMessages(
            "With more than 16 sessions open, a Fragment gets bytes of the one before it that belongs to another session",
            "bytes",
            lapsing(Misbehaviour.MIXES_SESSIONS_UNDER_LOAD))),

    CLOSE_AFTER_CLOSE_ACCEPTED(
            "A second Close-Session is answered 200",
            "Close-Session",
            goingOn(PacketType.CLOSE_SESSION, PacketType.CLOSE_SESSION)),

    CANCEL_AFTER_CLOSE_ACCEPTED(
            "A Cancel-Session after Close-Session is answered 200",
            "Cancel-Session",
            goingOn(PacketType.CLOSE_SESSION, PacketType.CANCEL_SESSION)),

    CANCEL_AFTER_CANCEL_ACCEPTED(
            "A second Cancel-Session is answered 200",
            "Cancel-Session",
            goingOn(PacketType.CANCEL_SESSION, PacketType.CANCEL_SESSION)),

    CLOSE_AFTER_CANCEL_ACCEPTED(
            "A Close-Session after Cancel-Session is answered 200",
            "Close-Session",
            goingOn(PacketType.CANCEL_SESSION, PacketType.CLOSE_SESSION)),

    SESSIONS_NEVER_EXPIRE(Defect.outsideMessages(
            "Sessions are kept forever, whatever their time-out",
            "time-out",
            lapsing(Misbehaviour.KEEPS_SESSIONS_FOR_EVER))),

    SESSION_TIMER_NOT_RESET(Defect.outsideMessages(
            "The time-out of a session counts from its start, whatever progress it makes",
            "time-out",
            lapsing(Misbehaviour.TIMES_SESSIONS_FROM_THEIR_START))),

    SESSION_ID_TWICE_IN_ACKS(
            "Acks name another session in addition to the one of their packet",
            "BITS-Session-Id",
            adding(When.SESSION_REPEATED, BitsHeaders.SESSION_ID, FaultyValues.OTHER_GUID));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    SessionFault(String title, String tellTale, Conduct conduct) {
        this(new Defect(title, tellTale, conduct));
    }

    SessionFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** A cookie names the server that answered, and would lead a client back to it. */
    private static Conduct namingNode() {
        return rewriting(
                When.ALWAYS,
                ack -> ack.answer()
                        .with("Set-Cookie", Nodes.cookie(ack.exchange().packet())));
    }
}
