package org.bitsconformance.reference.server;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitsconformance.reference.http.ReceivedPacket;

/**
 * Two servers behind one address, with a load balancer: they take turns, and a client that returns a server's cookie is
 * routed back to it. Thread-safe.
 */
public final class Nodes {

    private static final int COUNT = 2;
    private static final String COOKIE = "node=";

    private final AtomicInteger turn = new AtomicInteger();
    private final Map<Integer, Integer> ofConnections = new ConcurrentHashMap<>();

    /** The packet for the server whose turn it is, with turns by connection; the connection is that server's number. */
    public ReceivedPacket atTurnOfConnection(ReceivedPacket packet) {
        return returning(packet)
                .orElseGet(() -> packet.over(ofConnections.computeIfAbsent(packet.connection(), connection -> next())));
    }

    /** The packet for the server whose turn it is, with turns by request; the connection is that server's number. */
    public ReceivedPacket atTurnOfRequest(ReceivedPacket packet) {
        return returning(packet).orElseGet(() -> packet.over(next()));
    }

    /** The cookie of the server that got a packet. */
    public static String cookie(ReceivedPacket packet) {
        return COOKIE + packet.connection();
    }

    private static Optional<ReceivedPacket> returning(ReceivedPacket packet) {
        return packet.headers()
                .first("Cookie")
                .filter(cookie -> cookie.matches(COOKIE + "\\d"))
                .map(cookie -> packet.over(Integer.parseInt(cookie.substring(COOKIE.length()))));
    }

    private int next() {
        return turn.getAndIncrement() % COUNT;
    }
}
