package org.bitsconformance.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One of the two public documents that describe the protocol. */
public enum Document {
    /** [MC-BUP] Background Intelligent Transfer Service (BITS) Upload Protocol; sections are numbers. */
    MC_BUP("MC-BUP"),

    /** The Win32 reference "BITS Upload Protocol"; sections are names of pages. */
    WIN32("Win32");

    private final String title;

    Document(String title) {
        this.title = title;
    }

    /** The short title, as reports and the catalogue write it. */
    public String title() {
        return title;
    }

    /** The document with this title or option spelling; empty for any other word. */
    public static Optional<Document> named(String word) {
        return Arrays.stream(values())
                .filter(document -> document.title.equalsIgnoreCase(word))
                .findFirst();
    }

    /** How options spell it: {@code mc-bup} or {@code win32}. */
    public String optionName() {
        return title.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return title;
    }
}
