package org.bitsconformance.reference;

import java.util.List;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.RequestHead;
import org.bitsconformance.reference.http.ServerAnswer;

/** Hands packets to a server in this process, without sockets. */
public final class DirectWire implements Wire {

    private final BitsServer server;
    private final int connection;

    private DirectWire(BitsServer server, int connection) {
        this.server = server;
        this.connection = connection;
    }

    public static Driver driver(Document dialect, Fault... faults) {
        return driver(server(dialect, faults));
    }

    public static BitsServer server(Document dialect, Fault... faults) {
        return server(ReferenceOptions.conformant(dialect).withFaults(faults));
    }

    public static BitsServer server(ReferenceOptions options) {
        return new BitsServer(options, BitsServer.MOST_BYTES);
    }

    public static Driver driver(BitsServer server) {
        return driver(server, 0);
    }

    /** Packets that come by a connection of that number. */
    public static Driver driver(BitsServer server, int connection) {
        return new Driver(new DirectWire(server, connection));
    }

    @Override
    public ReceivedReply send(String verb, String path, List<HeaderField> headers, Bytes body) {
        ServerAnswer answer = server.answer(new ReceivedPacket(
                verb, path.split("\\?", 2)[0], RequestHead.queryOf(path), new HeaderFields(headers), body, connection));
        return new ReceivedReply(answer.status().code(), answer.headers(), answer.body());
    }
}
