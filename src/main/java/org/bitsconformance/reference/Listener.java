package org.bitsconformance.reference;

import java.util.Optional;

/** Listens on 127.0.0.1 and lets a {@link BitsServer} answer every request, until it is closed. */
public sealed interface Listener extends AutoCloseable permits SocketFrontEnd, WireMockFrontEnd {

    String ADDRESS = "127.0.0.1";

    /**
     * Binds the port, or any that is free if it is 0. The socket speaks no TLS, so that certificates do not go with it.
     * Throws {@link ReferenceServerException} if it cannot.
     */
    static Listener start(FrontEndKind frontEnd, int port, BitsServer server, Optional<Certificates> certificates) {
        return switch (frontEnd) {
            case WIREMOCK -> WireMockFrontEnd.start(port, server, certificates);
            case SOCKET -> SocketFrontEnd.start(port, server);
        };
    }

    int port();

    /** Stops listening; an answer that was held back never comes. */
    @Override
    void close();

    static ReferenceServerException cannotListen(int port, Exception cause) {
        return new ReferenceServerException("cannot listen on " + ADDRESS + ":" + port + ": is it taken?", cause);
    }
}
