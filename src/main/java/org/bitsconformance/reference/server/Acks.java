package org.bitsconformance.reference.server;

import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;

/** Builds the Acks of one reading of the documents, with the headers that belong to every Ack. */
public record Acks(DocumentReading reading) {

    public Ack accept(PacketInSession exchange) {
        return accept(exchange, StatusCode.OK);
    }

    public Ack accept(PacketInSession exchange, StatusCode status) {
        return new Ack(exchange, Optional.empty(), answer(exchange, status, true));
    }

    /** Accepts a fragment and names the offset of the next byte. */
    Ack acceptUpTo(PacketInSession exchange, long next) {
        Ack ack = accept(exchange);
        return ack.with(ack.answer().with(BitsHeaders.RECEIVED_CONTENT_RANGE, String.valueOf(next)));
    }

    /** Refuses a packet; for a fragment of a known session, the Ack names the offset of the next byte (MC-BUP 2.2.7.2). */
    public Ack refuse(PacketInSession exchange, Refusal refusal) {
        ServerAnswer answer = answer(exchange, refusal.status(), false);
        if (exchange.is(PacketType.FRAGMENT) && exchange.session().isPresent()) {
            answer = answer.with(
                    BitsHeaders.RECEIVED_CONTENT_RANGE,
                    nextByteOf(exchange.session().get()));
        }
        if (refusal.hresult().isPresent()) {
            answer = withError(answer, reading, refusal.hresult().get());
        }
        return new Ack(exchange, Optional.of(refusal), answer);
    }

    /**
     * Refuses the last fragment of an upload because of the outcome of its notification. If no document has an HRESULT
     * for it, the error is BG_E_HTTP_ERROR_nnn, which is 0x80190000 plus the status.
     */
    Ack blameApplication(PacketInSession exchange, Refusal refusal, StatusCode status) {
        String code = refusal.hresult().map(Hresult::hex).orElseGet(() -> "0x8019%04X".formatted(status.code()));
        Ack ack = refuse(exchange, refusal);
        return ack.with(ack.answer()
                .with(status)
                .with(reading.errorHeader(), code)
                .with(BitsHeaders.ERROR_CONTEXT, ErrorContext.REMOTE_APPLICATION.hex()));
    }

    private ServerAnswer answer(PacketInSession exchange, StatusCode status, boolean accepted) {
        HeaderFields headers = HeaderFields.NONE.with(BitsHeaders.PACKET_TYPE, PacketType.ACK.headerValue());
        Optional<String> sessionId = exchange.sessionId();
        boolean creates = exchange.is(PacketType.CREATE_SESSION);
        if (sessionId.isPresent() && !creates && reading.repeatsSessionId(exchange, accepted)) {
            headers = headers.with(BitsHeaders.SESSION_ID, sessionId.get());
        }
        return ServerAnswer.empty(status).with(headers.with(BitsHeaders.CONTENT_LENGTH, "0"));
    }

    /** The answer with the two error headers, for an error of the server's own. */
    public static ServerAnswer withError(ServerAnswer answer, DocumentReading reading, Hresult hresult) {
        return answer.with(reading.errorHeader(), hresult.hex())
                .with(BitsHeaders.ERROR_CONTEXT, ErrorContext.SERVER.hex());
    }

    private static String nextByteOf(Session session) {
        synchronized (session) {
            return String.valueOf(session.upload().received());
        }
    }
}
