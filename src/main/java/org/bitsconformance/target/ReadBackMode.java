package org.bitsconformance.target;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a finished upload can be read back.
 *
 * @param kind by which means
 * @param folder where finished uploads appear, for {@link Kind#DIR}
 */
public record ReadBackMode(Kind kind, Optional<Path> folder) {

    public static final ReadBackMode AUTO = new ReadBackMode(Kind.AUTO, Optional.empty());
    public static final ReadBackMode NONE = new ReadBackMode(Kind.NONE, Optional.empty());
    public static final ReadBackMode URL = new ReadBackMode(Kind.URL, Optional.empty());

    /** By reading files of a folder that this machine can see. */
    public static ReadBackMode dir(Path folder) {
        return new ReadBackMode(Kind.DIR, Optional.of(folder));
    }

    /** The means. */
    public enum Kind {
        /**
         * GET at the upload's URL is tried after the first complete upload, and at a name that was never written: only a
         * server that has something at the one and not at the other lets uploads be read back.
         */
        AUTO,
        /** Not at all. */
        NONE,
        /** GET at the upload's URL. */
        URL,
        /** A file of the upload's name in a folder. */
        DIR
    }
}
