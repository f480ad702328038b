package org.bitsconformance.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A side of an upload. */
public enum Side {
    /** Who takes the upload. */
    SERVER,
    /** Who sends it. */
    CLIENT;

    /** As in the catalogue and in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The side with this word; empty for any other word. */
    public static Optional<Side> named(String word) {
        return Arrays.stream(values()).filter(side -> side.word().equals(word)).findFirst();
    }
}
