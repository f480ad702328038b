package org.bitsconformance.drive.auth;

import java.util.Optional;
import org.bitsconformance.transcript.http.Answer;

/** How one packet gets authenticated: what it carries at first, and how it answers challenges. */
public interface Handshake {

    /** For a packet that carries no credentials, whatever the server asks for. */
    Handshake NONE = new Handshake() {
        @Override
        public Optional<String> first() {
            return Optional.empty();
        }

        @Override
        public Optional<String> next(Answer answer) {
            return Optional.empty();
        }
    };

    /** The {@code Authorization} value of the first attempt; empty for none. */
    Optional<String> first();

    /** The value for the next attempt; empty if the answer asks for nothing more or cannot be answered. */
    Optional<String> next(Answer answer);
}
