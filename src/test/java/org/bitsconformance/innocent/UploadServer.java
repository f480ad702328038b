package org.bitsconformance.innocent;

import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;

/** Carries packets out (MC-BUP 3.2.5; the request pages of Win32). */
final class UploadServer {

    private static final int BUSY_AT = 7;

    private final Document document;
    private final Set<Freedom> freedoms;
    private final SessionIds ids;
    private final InnocentAcks acks;
    private final InnocentFiles files;
    private final InnocentSessions sessions = new InnocentSessions();
    private final PacketChecks checks;
    private int packets;

    UploadServer(Document document, String folder, Set<Freedom> freedoms) {
        this.document = document;
        this.freedoms = freedoms;
        this.ids = new SessionIds(freedoms);
        this.acks = new InnocentAcks(document, freedoms, ids);
        this.files = new InnocentFiles(folder, freedoms, acks, sessions, document == Document.WIN32);
        this.checks = new PacketChecks(document, freedoms, acks, sessions);
    }

    /** What is at a path: 200 with its bytes, or a page with 404, or with 200 if the server has one for everything. */
    synchronized InnocentReply published(String path) {
        boolean hasPages = freedoms.contains(Freedom.READ_BACK_PAGE_FOR_OTHERS);
        if (freedoms.contains(Freedom.READ_BACK_IS_A_PAGE)) {
            return InnocentReply.page(200);
        }
        return files.at(path)
                .map(bytes -> new InnocentReply(200)
                        .with("Content-Type", "application/octet-stream")
                        .body(bytes))
                .orElseGet(() -> InnocentReply.page(hasPages ? 200 : 404));
    }

    /** The answer to a packet that arrived completely. */
    synchronized InnocentReply answer(IncomingRequest packet) {
        packets++;
        if (freedoms.contains(Freedom.BUSY_503_NOW_AND_THEN) && packets % BUSY_AT == 0) {
            return InnocentReply.page(503).with("Retry-After", "0");
        }
        return checks.refusal(packet, packet.body().length)
                .orElseGet(() -> switch (checks.type(packet).orElseThrow()) {
                    case CREATE_SESSION -> create(packet);
                    case FRAGMENT -> fragment(packet);
                    case CLOSE_SESSION -> close(session(packet));
                    case CANCEL_SESSION -> cancel(session(packet));
                    case PING, ACK -> acks.pinged(packet.header(BitsHeaders.SESSION_ID));
                });
    }

    /** The answer to a fragment that is refused for its headers; empty if its body must be read first. */
    synchronized Optional<InnocentReply> refusalByHeaders(IncomingRequest head) {
        return isFragment(head) && length(head) > 0 ? checks.refusal(head, length(head)) : Optional.empty();
    }

    /** Handles a packet whose body broke off. */
    synchronized void cutOff(IncomingRequest packet) {
        if (freedoms.contains(Freedom.KEEPS_CUT_OFF_FRAGMENTS)
                && isFragment(packet)
                && checks.refusal(packet, length(packet)).isEmpty()) {
            fragment(packet);
        }
    }

    private boolean isFragment(IncomingRequest packet) {
        return checks.type(packet).filter(PacketType.FRAGMENT::equals).isPresent();
    }

    private static long length(IncomingRequest packet) {
        return packet.header(BitsHeaders.CONTENT_LENGTH)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(-1L);
    }

    private UploadSession session(IncomingRequest packet) {
        return sessions.of(packet).orElseThrow();
    }

    private InnocentReply create(IncomingRequest packet) {
        String path = path(packet);
        return files.refusal(path).orElseGet(() -> {
            UploadSession session = new UploadSession(ids.next(), path);
            sessions.add(session);
            return acks.created(session);
        });
    }

    /** Where an upload goes; it is not clear what a target without a leading slash is relative to. */
    private String path(IncomingRequest packet) {
        boolean resolves = freedoms.contains(Freedom.RELATIVE_TARGET_RESOLVED)
                && !packet.path().startsWith("/");
        return resolves ? "/" + packet.path() : packet.path();
    }

    private InnocentReply fragment(IncomingRequest packet) {
        UploadSession session = session(packet);
        ContentRangeValue range = checks.contentRange(packet).orElseThrow();
        session.take(range, packet.body());
        boolean atLastFragment = (document == Document.WIN32) != freedoms.contains(Freedom.PUBLISHED_LIKE_THE_OTHER);
        if (session.complete() && atLastFragment) {
            files.put(session.path(), session.received());
        }
        return acks.took(
                session, freedoms.contains(Freedom.OVERLAP_OFFSET_OF_FRAGMENT) ? range.last() + 1 : session.next());
    }

    private InnocentReply close(UploadSession session) {
        boolean publishesPart = (document == Document.MC_BUP) != freedoms.contains(Freedom.EARLY_CLOSE_LIKE_THE_OTHER);
        if (session.complete() || publishesPart) {
            files.put(session.path(), session.received());
        }
        sessions.end(session);
        return acks.closed(session);
    }

    private InnocentReply cancel(UploadSession session) {
        if (!(session.complete() && freedoms.contains(Freedom.LATE_CANCEL_CHANGES_NOTHING))) {
            sessions.end(session);
        }
        return acks.cancelled(session);
    }
}
