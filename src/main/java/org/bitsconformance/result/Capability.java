package org.bitsconformance.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something that the documents leave to the server, what is known about it, and what that means for the run.
 *
 * @param name as target files spell it, if they can declare it
 * @param value what is known, in a few words; may contain text from the server
 * @param origin how it is known
 * @param follows what the run does because of it, in a sentence without a full stop
 */
public record Capability(
        String name, String value, @JsonProperty("source") Origin origin, String follows) {

    /** How something is known about a target. */
    public enum Origin {
        /** The target file says so. */
        DECLARED,
        /** The run has found it out. */
        PROBED,
        /** It is assumed. */
        ASSUMED;

        /** As in reports. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
