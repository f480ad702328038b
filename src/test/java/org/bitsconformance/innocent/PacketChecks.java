package org.bitsconformance.innocent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;

/** Why a packet is not carried out (MC-BUP 2.2.1.2, 3.2.5.2.3, 3.2.5.2.4, 3.2.5.2.6; Win32 ack-for pages). */
final class PacketChecks {

    private static final int LONGEST_VALUE = 4096;
    private static final int LARGE = 1 << 20;

    private final Document document;
    private final Set<Freedom> freedoms;
    private final InnocentAcks acks;
    private final InnocentSessions sessions;

    PacketChecks(Document document, Set<Freedom> freedoms, InnocentAcks acks, InnocentSessions sessions) {
        this.document = document;
        this.freedoms = freedoms;
        this.acks = acks;
        this.sessions = sessions;
    }

    /** The type of a packet; empty for an unknown one. */
    Optional<PacketType> type(IncomingRequest packet) {
        String name = packet.header(BitsHeaders.PACKET_TYPE).orElse("");
        return Arrays.stream(PacketType.values())
                .filter(type -> type != PacketType.ACK)
                .filter(type -> has(Freedom.OTHER_CASE_REFUSED)
                        ? type.headerValue().equals(name)
                        : type.headerValue().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * The answer to a packet that cannot be carried out.
     *
     * @param length of its body, or of the body that is still to come
     */
    Optional<InnocentReply> refusal(IncomingRequest packet, long length) {
        Optional<PacketType> type = type(packet);
        if (type.isEmpty() || (packet.folded() && has(Freedom.FOLDED_FIELDS_REFUSED))) {
            return invalid(packet);
        }
        if (type.orElseThrow() == PacketType.PING) {
            return ping(packet, length);
        }
        Supplier<Optional<InnocentReply>> message = () -> message(type.orElseThrow(), packet, length);
        Supplier<Optional<InnocentReply>> known = () -> unknownSession(type.orElseThrow(), packet);
        Supplier<Optional<InnocentReply>> contiguous = () -> outOfSync(type.orElseThrow(), packet);
        Supplier<Optional<InnocentReply>> agrees = () -> range(type.orElseThrow(), packet, length);
        List<Supplier<Optional<InnocentReply>>> checks = has(Freedom.CHECKS_IN_OTHER_ORDER)
                ? List.of(known, contiguous, agrees, message)
                : List.of(message, known, agrees, contiguous);
        return checks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private boolean has(Freedom freedom) {
        return freedoms.contains(freedom);
    }

    private Optional<InnocentReply> invalid(IncomingRequest packet) {
        return refuse(400, InnocentAcks.INVALID, packet);
    }

    private Optional<InnocentReply> refuse(int status, int code, IncomingRequest packet) {
        boolean fragment = type(packet).filter(PacketType.FRAGMENT::equals).isPresent();
        boolean create = type(packet).filter(PacketType.CREATE_SESSION::equals).isPresent();
        return Optional.of(acks.refused(
                status,
                code,
                create ? Optional.empty() : packet.header(BitsHeaders.SESSION_ID),
                fragment ? sessions.of(packet) : Optional.empty()));
    }

    private Optional<InnocentReply> ping(IncomingRequest packet, long length) {
        if (has(Freedom.PING_WITH_BODY_REFUSED) && length > 0) {
            return invalid(packet);
        }
        boolean named = packet.header(BitsHeaders.SESSION_ID).isPresent();
        return has(Freedom.PING_OF_UNKNOWN_SESSION_REFUSED) && named
                ? unknownSession(PacketType.PING, packet)
                : Optional.empty();
    }

    private Optional<InnocentReply> message(PacketType type, IncomingRequest packet, long length) {
        if (packet.headers().stream().anyMatch(field -> field.value().length() > LONGEST_VALUE)) {
            return has(Freedom.LONG_HEADERS_431) ? Optional.of(InnocentReply.page(431)) : invalid(packet);
        }
        if (packet.header(BitsHeaders.CONTENT_LENGTH).isEmpty()
                && !(has(Freedom.NO_LENGTH_TAKEN) && type != PacketType.FRAGMENT)) {
            return refuse(has(Freedom.NO_LENGTH_411) ? 411 : 400, InnocentAcks.INVALID, packet);
        }
        if (type == PacketType.FRAGMENT) {
            return fragment(packet, length);
        }
        if (length > 0) {
            return invalid(packet);
        }
        return type == PacketType.CREATE_SESSION ? protocols(packet) : session(packet);
    }

    private Optional<InnocentReply> session(IncomingRequest packet) {
        String id = packet.header(BitsHeaders.SESSION_ID).orElse("");
        if (id.isEmpty()) {
            return has(Freedom.MISSING_SESSION_500)
                    ? refuse(500, InnocentAcks.SESSION_NOT_FOUND, packet)
                    : invalid(packet);
        }
        return has(Freedom.MALFORMED_SESSION_400) && !SessionIds.isGuid(id) ? invalid(packet) : Optional.empty();
    }

    private Optional<InnocentReply> protocols(IncomingRequest packet) {
        String list = packet.header(BitsHeaders.SUPPORTED_PROTOCOLS).orElse("");
        if (has(Freedom.LISTS_WITH_COMMAS_REFUSED) && list.contains(",")) {
            return invalid(packet);
        }
        List<String> names = Arrays.stream(list.split("[ \t,]+", -1))
                .filter(name -> !name.isEmpty())
                .toList();
        boolean flawed = names.stream().anyMatch(name -> !SessionIds.isGuid(name));
        boolean known = names.stream().anyMatch(UploadProtocol.BITS_1_5::equalsIgnoreCase);
        return !known || (flawed && has(Freedom.LISTS_WITH_FLAWS_REFUSED)) ? invalid(packet) : Optional.empty();
    }

    private Optional<InnocentReply> fragment(IncomingRequest packet, long length) {
        Optional<ContentRangeValue> range = contentRange(packet);
        if (range.isEmpty() || range.orElseThrow().length() != length) {
            return invalid(packet);
        }
        boolean encoded = packet.header(BitsHeaders.CONTENT_ENCODING)
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .isPresent();
        if (encoded && !has(Freedom.ENCODING_IGNORED)) {
            return invalid(packet);
        }
        if (length > LARGE && has(Freedom.LARGE_FRAGMENTS_413)) {
            return Optional.of(InnocentReply.page(413));
        }
        if (length > LARGE && has(Freedom.LARGE_FRAGMENTS_500)) {
            return refuse(500, InnocentAcks.TOO_LARGE, packet);
        }
        return session(packet);
    }

    /** The range that a fragment names, if it is valid. */
    Optional<ContentRangeValue> contentRange(IncomingRequest packet) {
        return packet.header(BitsHeaders.CONTENT_RANGE)
                .flatMap(value -> ContentRangeValue.read(value, has(Freedom.ODD_RANGES_TAKEN)));
    }

    private Optional<InnocentReply> unknownSession(PacketType type, IncomingRequest packet) {
        String id = packet.header(BitsHeaders.SESSION_ID).orElse("");
        if (type == PacketType.CREATE_SESSION || sessions.of(packet).isPresent()) {
            return Optional.empty();
        }
        if (id.isEmpty()) {
            return session(packet);
        }
        boolean unexpected = (document == Document.WIN32) != has(Freedom.ENDED_SESSIONS_LIKE_THE_OTHER);
        if (unexpected && sessions.hasEnded(id)) {
            return refuse(400, has(Freedom.ENDED_SESSIONS_E_FAIL) ? InnocentAcks.FAIL : InnocentAcks.INVALID, packet);
        }
        return refuse(500, InnocentAcks.SESSION_NOT_FOUND, packet);
    }

    private Optional<InnocentReply> range(PacketType type, IncomingRequest packet, long length) {
        if (type == PacketType.CREATE_SESSION) {
            return Optional.empty();
        }
        UploadSession session = sessions.of(packet).orElseThrow();
        if (type != PacketType.FRAGMENT) {
            boolean early = type == PacketType.CLOSE_SESSION && !session.complete();
            return early && has(Freedom.EARLY_CLOSE_REFUSED) ? invalid(packet) : Optional.empty();
        }
        Optional<ContentRangeValue> range = contentRange(packet);
        boolean right = range.filter(found -> found.length() == length)
                .filter(found -> session.total() == UploadSession.UNKNOWN
                        || found.total() == UploadSession.UNKNOWN
                        || found.total() == session.total())
                .isPresent();
        return right ? Optional.empty() : invalid(packet);
    }

    private Optional<InnocentReply> outOfSync(PacketType type, IncomingRequest packet) {
        Optional<ContentRangeValue> range = contentRange(packet);
        if (type != PacketType.FRAGMENT || range.isEmpty()) {
            return Optional.empty();
        }
        UploadSession session = sessions.of(packet).orElseThrow();
        long first = range.orElseThrow().first();
        boolean cuts = (document == Document.WIN32) != has(Freedom.OVERLAP_LIKE_THE_OTHER);
        boolean again = has(Freedom.LAST_FRAGMENT_AGAIN) && session.complete() && first == session.firstOfLast();
        boolean taken = first == session.next() || (first < session.next() && (cuts || again));
        return taken ? Optional.empty() : Optional.of(acks.outOfSync(session));
    }
}
