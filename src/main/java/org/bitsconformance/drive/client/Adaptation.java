package org.bitsconformance.drive.client;

import java.util.Set;

/**
 * What cases do differently from their scenarios, because the target accepted no upload sent in the usual way. What a
 * scenario is about stays unchanged.
 *
 * @param subjects in which uploads are adapted: content is printable ASCII only, each packet goes over its own
 *     connection, and an upload that may go as one fragment does
 */
public record Adaptation(Set<Subject> subjects) {

    /** Nothing is adapted. */
    public static final Adaptation NONE = new Adaptation(Set.of());

    /** In what uploads can be adapted. */
    public enum Subject {
        CONTENT,
        CONNECTIONS,
        FRAGMENTS
    }

    /** Adapts one thing. */
    public static Adaptation of(Subject subject) {
        return new Adaptation(Set.of(subject));
    }

    boolean to(Subject subject) {
        return subjects.contains(subject);
    }
}
