package org.bitsconformance.reference.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.ReceivedPacket;

/**
 * Checks whether a packet is well-formed, before anything is looked up: the first steps of MC-BUP 3.2.5.2.3, and what
 * MC-BUP 2.2 demands of each packet.
 */
public record PacketCheck(DocumentReading reading, Conduct conduct) {

    /** The longest value of a header that the protocol uses, in characters (MC-BUP 2.2.1.2, table of errors). */
    private static final int LONGEST_VALUE = 4096;

    /** A folder where uploads are not enabled. */
    public static final String DISABLED = "/disabled/";

    /** A folder where scripts may run. */
    public static final String EXECUTE = "/execute/";

    private static final List<String> SINGLE = List.of(
            BitsHeaders.PACKET_TYPE, BitsHeaders.SESSION_ID, BitsHeaders.CONTENT_RANGE, BitsHeaders.CONTENT_NAME);

    /** Why the packet is refused; empty if it is well-formed. */
    public Optional<Refusal> refusalOf(PacketInSession exchange) {
        HeaderFields headers = exchange.packet().headers();
        List<Refusal> deserved = new ArrayList<>();
        if (SINGLE.stream().anyMatch(name -> headers.all(name).size() > 1)) {
            deserved.add(Refusal.HEADER_REPEATED);
        }
        if (headers.fields().stream().anyMatch(PacketCheck::isTooLong)) {
            deserved.add(Refusal.HEADER_TOO_LONG);
        }
        exchange.type()
                .ifPresentOrElse(
                        type -> addOwn(type, exchange, deserved), () -> deserved.add(Refusal.PACKET_TYPE_UNKNOWN));
        return deserved.stream()
                .filter(refusal -> !conduct.overlooks(refusal, exchange))
                .findFirst();
    }

    private void addOwn(PacketType type, PacketInSession exchange, List<Refusal> deserved) {
        switch (type) {
            case PING, ACK -> {}
            case CREATE_SESSION -> addOfCreate(exchange.packet(), deserved);
            case FRAGMENT -> addOfFragment(exchange, deserved);
            case CLOSE_SESSION, CANCEL_SESSION -> {
                addIf(exchange.sessionId().isEmpty(), Refusal.SESSION_MISSING, deserved);
                addIf(!exchange.packet().body().isEmpty(), Refusal.BODY_UNEXPECTED, deserved);
            }
        }
        boolean lengthMissing = !exchange.packet().headers().contains(BitsHeaders.CONTENT_LENGTH);
        addIf(lengthMissing && reading.demandsContentLength(type), Refusal.NO_LENGTH, deserved);
    }

    private void addOfCreate(ReceivedPacket packet, List<Refusal> deserved) {
        addIf(!ProtocolOffer.in(packet).includesKnown(), Refusal.PROTOCOL_NOT_OFFERED, deserved);
        addIf(!packet.body().isEmpty(), Refusal.BODY_UNEXPECTED, deserved);
        addIf(packet.path().startsWith(DISABLED), Refusal.UPLOADS_DISABLED, deserved);
        addIf(packet.path().startsWith(EXECUTE), Refusal.EXECUTE_ENABLED, deserved);
        addIf(packet.path().endsWith("/"), reading.directory(), deserved);
    }

    private static void addOfFragment(PacketInSession exchange, List<Refusal> deserved) {
        boolean encoded = exchange.packet().headers().all(BitsHeaders.CONTENT_ENCODING).stream()
                .anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("identity"));
        addIf(encoded, Refusal.ENCODED, deserved);
        addIf(exchange.sessionId().isEmpty(), Refusal.SESSION_MISSING, deserved);
        addIf(exchange.range().isEmpty(), Refusal.RANGE_INVALID, deserved);
    }

    private static void addIf(boolean there, Refusal refusal, List<Refusal> deserved) {
        if (there) {
            deserved.add(refusal);
        }
    }

    private static boolean isTooLong(HeaderField header) {
        String name = header.name().toLowerCase(Locale.ROOT);
        boolean ofTheProtocol = name.startsWith("bits-") || name.startsWith("content-");
        return ofTheProtocol && header.value().length() > LONGEST_VALUE;
    }
}
