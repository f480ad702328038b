package org.bitsconformance.plan;

import org.bitsconformance.target.Quoted;

/**
 * A plan, a target file or another text file of the user is invalid. The message is one line without control
 * characters: the file as the user named it, the line number from 1 if there is one, and what is wrong, such as
 * {@code target.yaml:3: unknown key "urll"; did you mean "url"?}
 */
public final class InvalidFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFileException(String message) {
        super(message);
    }

    static InvalidFileException in(String file, String problem) {
        return new InvalidFileException(Quoted.escape(file) + ": " + problem);
    }

    static InvalidFileException at(String file, int line, String problem) {
        return new InvalidFileException(Quoted.escape(file) + ":" + line + ": " + problem);
    }
}
