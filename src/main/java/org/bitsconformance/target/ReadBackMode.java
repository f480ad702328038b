package org.bitsconformance.target;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How a finished upload can be read back.
 *
 * @param kind the way to read back
 * @param folder where finished uploads appear, for {@link Kind#DIR}
 */
public record ReadBackMode(Kind kind, Optional<Path> folder) {

    public static final ReadBackMode AUTO = new ReadBackMode(Kind.AUTO, Optional.empty());
    public static final ReadBackMode NONE = new ReadBackMode(Kind.NONE, Optional.empty());
    public static final ReadBackMode URL = new ReadBackMode(Kind.URL, Optional.empty());

    private static final String DIR_PREFIX = "dir:";

    /** Requires a folder for {@link Kind#DIR} and allows none for other kinds. */
    public ReadBackMode {
        if (folder.isPresent() != (kind == Kind.DIR)) {
            throw new IllegalArgumentException("a folder belongs to DIR, and to nothing else");
        }
    }

    /** By reading files from a folder that this machine can see. */
    public static ReadBackMode dir(Path folder) {
        return new ReadBackMode(Kind.DIR, Optional.of(folder));
    }

    /**
     * Parses {@code auto}, {@code none}, {@code url} or {@code dir:PATH}. Does not check whether the folder exists.
     *
     * @throws IllegalArgumentException if the text is anything else, or PATH is empty or not a valid path
     */
    public static ReadBackMode parse(String text) {
        return switch (text) {
            case "auto" -> AUTO;
            case "none" -> NONE;
            case "url" -> URL;
            default -> parseDir(text);
        };
    }

    private static ReadBackMode parseDir(String text) {
        if (!text.startsWith(DIR_PREFIX) || text.length() == DIR_PREFIX.length()) {
            throw new IllegalArgumentException("must be auto, none, url or dir:PATH, not " + Quoted.text(text));
        }
        try {
            return dir(Path.of(text.substring(DIR_PREFIX.length())));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("must name a valid path after dir:, not " + Quoted.text(text));
        }
    }

    /** A copy with a relative folder resolved against that of {@code file}. */
    public ReadBackMode relativeTo(Path file) {
        return folder.map(file::resolveSibling).map(ReadBackMode::dir).orElse(this);
    }

    /** As in the option {@code --readback}. */
    @Override
    public String toString() {
        return folder.map(path -> DIR_PREFIX + path).orElse(kind.word());
    }

    /** The way to read back. */
    public enum Kind {
        /**
         * Finds out after the first complete upload, with a GET at its URL and at a name that was never written:
         * uploads can be read back only if the server has something at the first and nothing at the second.
         */
        AUTO,
        /** Not at all. */
        NONE,
        /** GET at the upload's URL. */
        URL,
        /** A file with the upload's name in a folder. */
        DIR;

        /** As in options and the record. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
