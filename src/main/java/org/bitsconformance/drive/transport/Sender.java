package org.bitsconformance.drive.transport;

import java.net.URI;
import java.util.Optional;
import org.bitsconformance.drive.transport.Packet.Content;

/**
 * Sends one request at a time over one connection and reads the answer; the {@link Tap} of its socket has what crossed
 * it.
 */
public interface Sender {

    /** A request that is ready to send. */
    final class Ready {

        private final RequestText text;
        private final byte[] body;
        private final Optional<Content> streamed;
        private final URI url;

        /**
         * @param text its request line and header
         * @param body what follows them; may be empty
         * @param url where it goes
         */
        Ready(RequestText text, byte[] body, URI url) {
            this.text = text;
            this.body = body;
            this.streamed = Optional.empty();
            this.url = url;
        }

        /**
         * @param text its request line and header
         * @param streamed its body, which is generated while it is sent
         * @param url where it goes
         */
        Ready(RequestText text, Content streamed, URI url) {
            this.text = text;
            this.body = new byte[0];
            this.streamed = Optional.of(streamed);
            this.url = url;
        }

        RequestText text() {
            return text;
        }

        /** The whole body. */
        byte[] body() {
            return streamed.map(Content::bytes).orElse(body);
        }

        /** The body, if it is too long to be in memory as a whole. */
        Optional<Content> streamed() {
            return streamed;
        }

        URI url() {
            return url;
        }
    }

    /**
     * Sends a request over the open connection or a new one, and waits for the whole answer, or for whatever happens
     * instead. A sender that does not want to use the connection again closes its socket.
     *
     * @return whether the sender understood a whole answer
     * @throws ConnectException when no connection can be established; then nothing was sent
     * @throws DrivingStopped when the run has been interrupted
     * @throws IllegalStateException when the sender cannot send this at all
     */
    boolean send(Ready request) throws ConnectException;

    /** The connection in use, or the last one; empty if none has been opened since the last was abandoned. */
    Optional<TappedSocket> socket();

    /** Ends the connection; the next request goes over a new one. */
    void abandon();
}
