package org.bitsconformance.plan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How a finished upload can be read back.
 *
 * @param kind the way
 * @param directory the folder in which uploads appear; present exactly for {@link Kind#DIR}
 */
public record Readback(Kind kind, Optional<Path> directory) {
    /** The ways of reading back. */
    public enum Kind {
        /** Found out in the run: by GET at the upload's URL if that gives back our bytes. */
        AUTO,
        /** Not at all. */
        NONE,
        /** Declared: by GET at the upload's URL. */
        URL,
        /** Declared: as a file in a folder. */
        DIR
    }

    private static final String DIR_PREFIX = "dir:";

    /** {@link Kind#AUTO}. */
    public static final Readback AUTO = new Readback(Kind.AUTO, Optional.empty());

    /** {@link Kind#NONE}. */
    public static final Readback NONE = new Readback(Kind.NONE, Optional.empty());

    /** {@link Kind#URL}. */
    public static final Readback URL = new Readback(Kind.URL, Optional.empty());

    /** Requires a directory for {@link Kind#DIR} and for nothing else. */
    public Readback {
        if (directory.isPresent() != (kind == Kind.DIR)) {
            throw new IllegalArgumentException("a directory belongs to DIR, and to nothing else");
        }
    }

    /** Uploads appear as files in {@code directory}. */
    public static Readback dir(Path directory) {
        return new Readback(Kind.DIR, Optional.of(directory));
    }

    /**
     * Parses {@code auto}, {@code none}, {@code url} or {@code dir:PATH}. Whether the folder exists is not looked at.
     *
     * @throws IllegalArgumentException if the text is anything else, or PATH is empty or no valid path
     */
    public static Readback parse(String text) {
        return switch (text) {
            case "auto" -> AUTO;
            case "none" -> NONE;
            case "url" -> URL;
            default -> parseDir(text);
        };
    }

    private static Readback parseDir(String text) {
        if (!text.startsWith(DIR_PREFIX) || text.length() == DIR_PREFIX.length()) {
            throw new IllegalArgumentException("must be auto, none, url or dir:PATH, not " + Quoted.text(text));
        }
        try {
            return dir(Path.of(text.substring(DIR_PREFIX.length())));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("must name a valid path after dir:, not " + Quoted.text(text));
        }
    }

    /** The same with a relative directory resolved against the folder of {@code file}. */
    Readback beside(Path file) {
        return directory.map(file::resolveSibling).map(Readback::dir).orElse(this);
    }

    /** As the option {@code --readback} spells it. */
    @Override
    public String toString() {
        return directory.map(path -> DIR_PREFIX + path).orElse(kind.name().toLowerCase(Locale.ROOT));
    }
}
