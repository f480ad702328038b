package org.bitsconformance.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The verdict on a run as a whole. */
public enum RunVerdict {
    /** Everything selected was judged, and nothing that binds was broken except known failures. */
    CONFORMANT(0),
    /** Something that binds was broken, or the baseline has a known failure that no longer fails. */
    NONCONFORMANT(1),
    /** Something selected was not judged, or nothing that binds was. */
    INCOMPLETE(3);

    private final int exitCode;

    RunVerdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of the command that ran it. */
    public int exitCode() {
        return exitCode;
    }

    /** As in reports. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
