package org.bitsconformance.requirement;

import java.util.Arrays;
import java.util.Optional;

/** Whether the suite judges a requirement, and if not, why in one word. */
public enum Status {
    /** A rule judges it. */
    TESTED("tested", "a rule judges it"),

    /** It could be judged, but needs something that the suite does not have yet. */
    WAITING("waiting", "could be judged, and needs something that the suite does not have yet"),

    /** It binds the client or its users, and neither packets nor an exit code show it. */
    CLIENT_SIDE("client-side", "binds the client or what uses it, and no packet shows it"),

    /** Nothing on the wire shows it, such as timers and state inside a server. */
    NOT_OBSERVABLE("not-observable", "nothing on the wire shows it"),

    /** It permits or defines something; there is nothing that could be broken. */
    INFORMATIVE("informative", "permits or defines; there is nothing to break");

    private final String word;
    private final String meaning;

    Status(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** As in the catalogue, options and reports. */
    public String word() {
        return word;
    }

    /** What it means for a requirement, as the end of a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The status with this word; empty for any other word. */
    public static Optional<Status> named(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst();
    }
}
