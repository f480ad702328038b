package org.bitsconformance.reference;

import java.util.Optional;
import org.bitsconformance.certificate.Certificates;

/** Listens on 127.0.0.1 and lets a {@link BitsServer} answer every request, until it is closed. */
public sealed interface Listener extends AutoCloseable permits SocketFrontEnd, WireMockFrontEnd {

    String ADDRESS = "127.0.0.1";

    /**
     * Binds the port, or any free one for 0. The socket front end speaks no TLS, so it accepts no certificates. Throws
     * {@link ReferenceServerException} on failure.
     */
    static Listener start(FrontEndKind frontEnd, int port, BitsServer server, Optional<Certificates> certificates) {
        return switch (frontEnd) {
            case WIREMOCK -> WireMockFrontEnd.start(port, server, certificates);
            case SOCKET -> SocketFrontEnd.start(port, server);
        };
    }

    int port();

    /** Stops listening; answers that are held back never come. */
    @Override
    void close();

    static ReferenceServerException cannotListen(int port, Exception cause) {
        return new ReferenceServerException("cannot listen on " + ADDRESS + ":" + port + ": is it taken?", cause);
    }
}
