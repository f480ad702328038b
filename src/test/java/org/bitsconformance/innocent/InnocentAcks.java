package org.bitsconformance.innocent;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.UploadProtocol;

/** The Acks and their content (MC-BUP 2.2.3 to 2.2.11; the ack-for pages of Win32). */
final class InnocentAcks {

    static final int SESSION_NOT_FOUND = 0x8020001F;
    static final int TOO_LARGE = 0x80200020;
    static final int ACCESS_DENIED = 0x80070005;
    static final int INVALID = 0x80070057;
    static final int FAIL = 0x80004005;
    static final int FILE_EXISTS = 0x80070050;

    private static final String NO_SESSION = "{00000000-0000-0000-0000-000000000000}";

    private final Document document;
    private final Set<Freedom> freedoms;
    private final SessionIds ids;

    InnocentAcks(Document document, Set<Freedom> freedoms, SessionIds ids) {
        this.document = document;
        this.freedoms = freedoms;
        this.ids = ids;
    }

    private boolean has(Freedom freedom) {
        return freedoms.contains(freedom);
    }

    private InnocentReply ack(int status) {
        InnocentReply reply = new InnocentReply(status).with(BitsHeaders.PACKET_TYPE, "Ack");
        if (has(Freedom.BODY_IN_ACKS)) {
            reply.with("Content-Type", "text/plain; charset=utf-8")
                    .body(("Status " + status + "\r\n\r\nHTTP/1.1 200 für Menschen").getBytes(StandardCharsets.UTF_8));
        }
        return reply;
    }

    InnocentReply pinged(Optional<String> session) {
        InnocentReply reply = ack(200);
        return has(Freedom.SESSION_ID_IN_PING_ACK)
                ? reply.with(BitsHeaders.SESSION_ID, session.map(ids::echoed).orElse(NO_SESSION))
                : reply;
    }

    InnocentReply created(UploadSession session) {
        String protocol = UploadProtocol.BITS_1_5;
        InnocentReply reply = ack(has(Freedom.CREATED_201) ? 201 : 200)
                .with(BitsHeaders.PROTOCOL, has(Freedom.PROTOCOL_UPPER) ? protocol.toUpperCase(Locale.ROOT) : protocol)
                .with(BitsHeaders.SESSION_ID, session.id());
        if (has(Freedom.OPTIONAL_HEADERS)) {
            reply.with(BitsHeaders.ACCEPT_ENCODING, "identity")
                    .with(BitsHeaders.HOST_ID, "127.0.0.1")
                    .with(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT, "86400");
        } else if (has(Freedom.HOST_ID_WITHOUT_TIMEOUT)) {
            reply.with(BitsHeaders.HOST_ID, "127.0.0.1");
        }
        return reply;
    }

    InnocentReply took(UploadSession session, long offset) {
        return ack(200).with(BitsHeaders.SESSION_ID, ids.echoed(session.id()))
                .with(BitsHeaders.RECEIVED_CONTENT_RANGE, offset(offset));
    }

    InnocentReply closed(UploadSession session) {
        return ack(200).with(BitsHeaders.SESSION_ID, ids.echoed(session.id()));
    }

    InnocentReply cancelled(UploadSession session) {
        return new InnocentReply(200)
                .with(BitsHeaders.PACKET_TYPE, has(Freedom.CANCEL_ACK_UPPER) ? "ACK" : "Ack")
                .with(BitsHeaders.SESSION_ID, ids.echoed(session.id()));
    }

    /** Tells the client to go on from another offset. */
    InnocentReply outOfSync(UploadSession session) {
        InnocentReply reply = ack(416).with(BitsHeaders.SESSION_ID, ids.echoed(session.id()))
                .with(BitsHeaders.RECEIVED_CONTENT_RANGE, offset(session.next()));
        if (has(Freedom.RANGE_ERROR_WITHOUT_CODE)) {
            return reply;
        }
        boolean zero = document == Document.MC_BUP && !has(Freedom.RANGE_ERROR_WITH_CODE);
        return coded(reply, zero ? 0 : INVALID);
    }

    /**
     * A refusal.
     *
     * @param session that the request names
     * @param known the session, if there is one and the packet is a Fragment
     */
    InnocentReply refused(int status, int code, Optional<String> session, Optional<UploadSession> known) {
        InnocentReply reply = ack(status);
        if (!has(Freedom.SESSION_ID_NOT_IN_ERRORS)) {
            session.filter(id -> !id.isEmpty()).ifPresent(id -> reply.with(BitsHeaders.SESSION_ID, ids.echoed(id)));
        }
        if (has(Freedom.OFFSET_IN_EVERY_FRAGMENT_ACK)) {
            known.ifPresent(found -> reply.with(BitsHeaders.RECEIVED_CONTENT_RANGE, offset(found.next())));
        }
        return coded(reply, code);
    }

    private InnocentReply coded(InnocentReply reply, int code) {
        boolean win32 = (document == Document.WIN32) != has(Freedom.ERROR_UNDER_THE_OTHER_NAME);
        if (win32 || has(Freedom.ERROR_UNDER_BOTH_NAMES)) {
            reply.with(BitsHeaders.ERROR_CODE, hresult(code));
        }
        if (!win32 || has(Freedom.ERROR_UNDER_BOTH_NAMES)) {
            reply.with(BitsHeaders.ERROR, hresult(code));
        }
        String context = has(Freedom.CONTEXT_BARE)
                ? "5"
                : has(Freedom.CONTEXT_X) ? "x5" : has(Freedom.CONTEXT_LEADING_ZEROS) ? "0x00000005" : "0x5";
        return reply.with(BitsHeaders.ERROR_CONTEXT, context);
    }

    private String hresult(int code) {
        String digits = Integer.toHexString(code).toUpperCase(Locale.ROOT);
        if (has(Freedom.HRESULT_X)) {
            return "x" + digits;
        }
        if (has(Freedom.HRESULT_BARE)) {
            return digits;
        }
        if (has(Freedom.HRESULT_UPPER)) {
            return "0X" + digits;
        }
        return has(Freedom.HRESULT_LEADING_ZEROS)
                ? "0x00000000" + digits
                : "0x" + (has(Freedom.HRESULT_LOWER) ? digits.toLowerCase(Locale.ROOT) : digits);
    }

    private String offset(long offset) {
        return (has(Freedom.LENGTHS_WITH_ZEROS) ? "000" : "") + offset;
    }
}
