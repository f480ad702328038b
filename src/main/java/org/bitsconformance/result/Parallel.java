package org.bitsconformance.result;

import java.util.Optional;
import org.bitsconformance.result.Capability.Origin;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Probed;

/**
 * How many cases are driven at once: as many as requested, if the target allows it.
 *
 * @param asked how many were requested, at least 1
 * @param driven how many are driven at once, at least 1
 * @param reason why, as half a sentence
 * @param origin how it is known
 */
public record Parallel(int asked, int driven, String reason, Origin origin) {

    /** One after the other, because nothing else was requested. */
    public static final Parallel NOT_ASKED = new Parallel(1, 1, "nothing else was asked for", Origin.ASSUMED);

    /**
     * Decides by what is known about the target.
     *
     * @param namesUploads whether each upload gets its own URL; cases that share one would interfere
     * @param namesNotifications whether each notification is known to name its upload
     */
    public static Parallel of(
            int asked, boolean namesUploads, boolean namesNotifications, Declared declared, Probed probed) {
        if (asked == 1) {
            return NOT_ASKED;
        }
        if (!namesUploads) {
            return new Parallel(asked, 1, "the target has one URL for every upload", Origin.DECLARED);
        }
        if (declared.notification().isPresent() && !namesNotifications) {
            return new Parallel(
                    asked, 1, "a notification does not always show which case it belongs to", Origin.DECLARED);
        }
        Origin origin = declared.capabilities().connections().isPresent() ? Origin.DECLARED : Origin.PROBED;
        Optional<Boolean> several = declared.capabilities()
                .connections()
                .map(word -> word.equals("several"))
                .or(probed::severalConnections);
        if (several.isEmpty()) {
            return new Parallel(
                    asked, 1, "it is not known whether the target serves several connections at once", origin);
        }
        return several.get()
                ? new Parallel(asked, asked, "the target serves several connections at once", origin)
                : new Parallel(asked, 1, "the target serves one connection at a time", origin);
    }

    /** Whether fewer cases are driven at once than requested. */
    public boolean restrained() {
        return driven < asked;
    }

    /** The consequence, in a sentence without its full stop. */
    public String follows() {
        return (driven == 1 ? "cases are driven one at a time" : driven + " cases are driven at once")
                + (restrained() ? ", not " + asked + " at once: " : ": ")
                + reason;
    }
}
