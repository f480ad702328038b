package org.bitsconformance.drive.auth;

import java.util.Optional;
import org.bitsconformance.transcript.http.Answer;

/** How one packet gets its credentials across: what it carries at first, and what answers the challenges to it. */
public interface Handshake {

    /** A packet that carries none, whatever is asked of it. */
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

    /** The value of {@code Authorization} of the first attempt; empty for none. */
    Optional<String> first();

    /** That of the next attempt; empty if an answer asks for nothing more, or more cannot be said. */
    Optional<String> next(Answer answer);
}
