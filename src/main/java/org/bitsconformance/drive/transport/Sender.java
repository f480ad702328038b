package org.bitsconformance.drive.transport;

import java.net.URI;
import java.util.Optional;

/** Puts requests on one connection at a time and reads the answers; the {@link Tap} of its socket has what crossed it. */
public interface Sender {

    /** A request that is ready to go. */
    final class Ready {

        private final RequestText text;
        private final byte[] body;
        private final URI url;

        /**
         * A request.
         *
         * @param text its request line and header
         * @param body what follows them; empty for nothing
         * @param url where it goes to
         */
        Ready(RequestText text, byte[] body, URI url) {
            this.text = text;
            this.body = body;
            this.url = url;
        }

        RequestText text() {
            return text;
        }

        byte[] body() {
            return body;
        }

        URI url() {
            return url;
        }
    }

    /**
     * Sends a request over the connection that is open, or else over a new one, and waits for the whole answer, or for
     * whatever happens instead. A sender that wants no more of the connection closes its socket.
     *
     * @return whether the sender made sense of a whole answer
     * @throws ConnectException when no connection can be established; nothing was sent then
     * @throws DrivingStopped when the run has been interrupted
     * @throws IllegalStateException when the sender cannot send this at all
     */
    boolean send(Ready request) throws ConnectException;

    /** The connection in use, or the last one; empty when none was opened since the last was abandoned. */
    Optional<TappedSocket> socket();

    /** Ends the connection; the next request goes over a new one. */
    void abandon();
}
