package org.bitsconformance.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which document decides if the two disagree. A dialect changes how answers are judged, never what is sent. What only
 * one document says applies under every dialect.
 */
public enum Dialect {
    /** Either document's reading passes, and the report says which one was seen. */
    ANY,
    /** The Win32 pages decide, if they say something. */
    WIN32,
    /** MC-BUP decides, if it says something. */
    MC_BUP,
    /** Like {@link #ANY}, but what Windows is documented to do differently is excused and named. */
    WINDOWS;

    /** How the option {@code --dialect} spells it. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The dialect with that {@link #optionName}; empty if there is none. */
    public static Optional<Dialect> named(String name) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.optionName().equals(name))
                .findFirst();
    }

    /** Every {@link #optionName}, separated by commas. */
    public static String names() {
        return Arrays.stream(values()).map(Dialect::optionName).collect(Collectors.joining(", "));
    }

    /** The document that alone decides; empty if either will do. */
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
