package org.bitsconformance.reference;

import java.util.List;
import org.bitsconformance.protocol.Document;

/** Hands packets to a server in this process, without sockets. */
final class DirectWire implements Wire {

    private final BitsServer server;
    private final int connection;

    private DirectWire(BitsServer server, int connection) {
        this.server = server;
        this.connection = connection;
    }

    static Driver driver(Document dialect, Fault... faults) {
        return driver(server(dialect, faults));
    }

    static BitsServer server(Document dialect, Fault... faults) {
        return server(ReferenceOptions.conformant(dialect).withFaults(faults));
    }

    static BitsServer server(ReferenceOptions options) {
        return new BitsServer(options, BitsServer.MOST_BYTES);
    }

    static Driver driver(BitsServer server) {
        return driver(server, 0);
    }

    /** Packets that come by a connection of that number. */
    static Driver driver(BitsServer server, int connection) {
        return new Driver(new DirectWire(server, connection));
    }

    @Override
    public Reply send(String verb, String path, List<Header> headers, Bytes body) {
        Answer answer = server.answer(new Packet(
                verb, path.split("\\?", 2)[0], RequestHead.queryOf(path), new Headers(headers), body, connection));
        return new Reply(answer.status().code(), answer.headers(), answer.body());
    }
}
