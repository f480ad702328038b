package org.bitsconformance.drive.client;

import java.util.Set;

/**
 * What cases do otherwise than their scenarios say, since the target took no upload that was sent as they say. What a scenario
 * is about stays as it is.
 *
 * @param subjects of each, uploads are as the target takes them: content is printable ASCII alone, each packet goes over a
 *     connection of its own, and an upload that may go as one fragment does
 */
public record Adaptation(Set<Subject> subjects) {

    /** Nothing is done otherwise. */
    public static final Adaptation NONE = new Adaptation(Set.of());

    /** What uploads differ in. */
    public enum Subject {
        CONTENT,
        CONNECTIONS,
        FRAGMENTS
    }

    /** Does one thing otherwise. */
    public static Adaptation of(Subject subject) {
        return new Adaptation(Set.of(subject));
    }

    boolean to(Subject subject) {
        return subjects.contains(subject);
    }
}
