package org.bitsconformance.run;

import java.util.Optional;

/** Why a run ends early, or does not drive every selected case. Not thread-safe. */
final class EarlyEnd {

    /** Why a selected case was not driven, if no other reason is known. */
    private static final String NOT_DRIVEN = "the case was not driven";

    private String stopped = "";
    private String missing = "";

    /** Lets no more cases begin, for this reason; the first reason counts. */
    void stop(String reason) {
        if (stopped.isEmpty()) {
            stopped = reason;
        }
    }

    /** Gives the reason why selected cases will not be driven, for a run that is not stopped. */
    void missing(String reason) {
        missing = reason;
    }

    /** Why no more cases are driven; empty while they are. */
    Optional<String> stopped() {
        return stopped.isEmpty() ? Optional.empty() : Optional.of(stopped);
    }

    /** Why the run ends before every selected case was driven; empty if nobody said that it does. */
    String why() {
        return stopped.isEmpty() ? missing : stopped;
    }

    /** Why a case was not driven, by what is known of the end of its run. */
    static String notDriven(String why) {
        return why.isEmpty() ? NOT_DRIVEN : why;
    }
}
