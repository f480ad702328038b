package org.bitsconformance.judge.dialect;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.Document;

/**
 * A reading that an exchange shows.
 *
 * @param documents those that say this; none if they leave it open, or say something else
 * @param words what was seen, in a few words without text from the server
 */
public record Reading(Set<Document> documents, String words) {

    public Reading {
        documents = Set.copyOf(documents);
    }

    static Optional<Reading> win32(String words) {
        return Optional.of(new Reading(EnumSet.of(Document.WIN32), words));
    }

    static Optional<Reading> mcBup(String words) {
        return Optional.of(new Reading(EnumSet.of(Document.MC_BUP), words));
    }

    static Optional<Reading> both(String words) {
        return Optional.of(new Reading(EnumSet.allOf(Document.class), words));
    }

    static Optional<Reading> open(String words) {
        return Optional.of(new Reading(Set.of(), words));
    }

    static Optional<Reading> nothing() {
        return Optional.empty();
    }
}
