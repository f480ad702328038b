package org.bitsconformance.target;

import java.util.Locale;

/** What the server does with a finished upload. */
public enum UploadMode {
    /** Stores it. */
    UPLOAD,
    /** Passes it to an application, whose reply the client can fetch. */
    UPLOAD_REPLY;

    /**
     * Parses {@code upload} or {@code upload-reply}.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static UploadMode parse(String text) {
        for (UploadMode mode : values()) {
            if (mode.toString().equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("must be upload or upload-reply, not " + Quoted.text(text));
    }

    /** As in target files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
