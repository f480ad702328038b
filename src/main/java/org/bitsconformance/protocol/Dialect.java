package org.bitsconformance.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which document decides where the two disagree. A dialect changes how answers are judged, never what is sent. Where
 * only one document speaks it binds under every dialect.
 */
public enum Dialect {
    /** Either document's reading passes, and the report says which was seen. */
    ANY,
    /** The Win32 pages decide where they speak. */
    WIN32,
    /** MC-BUP decides where it speaks. */
    MC_BUP,
    /** As {@link #ANY}, and what Windows is documented to do otherwise is excused and named. */
    WINDOWS;

    /** How the option {@code --dialect} spells it. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The dialect of that {@link #optionName}; empty if there is none. */
    public static Optional<Dialect> named(String name) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.optionName().equals(name))
                .findFirst();
    }

    /** Every {@link #optionName}, separated by commas. */
    public static String names() {
        return Arrays.stream(values()).map(Dialect::optionName).collect(Collectors.joining(", "));
    }

    /** The document that decides alone; empty if either will do. */
    public Optional<Document> decidingDocument() {
        return switch (this) {
            case WIN32 -> Optional.of(Document.WIN32);
            case MC_BUP -> Optional.of(Document.MC_BUP);
            case ANY, WINDOWS -> Optional.empty();
        };
    }

    /** Whether a behaviour that only {@code document} describes passes. */
    public boolean admits(Document document) {
        return decidingDocument().map(document::equals).orElse(true);
    }
}
