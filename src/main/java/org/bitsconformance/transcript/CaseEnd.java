package org.bitsconformance.transcript;

/**
 * The end of a case.
 *
 * @param caseId the case's id
 * @param ending how it ended
 * @param reason in plain words; empty if it was driven to its end
 */
public record CaseEnd(String caseId, Ending ending, String reason) implements Event {

    /** How the driving of a case ended. */
    public enum Ending {
        /** Every packet that the scenario meant to send was sent. */
        DRIVEN,
        /** An answer that later packets need was missing, such as a session id. */
        PREREQUISITE_MISSING,
        /** The target declared or documented a limit that the case would exceed. */
        NOT_APPLICABLE,
        /** The target no longer answers at all. */
        TARGET_DEAD,
        /** The suite itself failed. */
        SUITE_ERROR,
        /** The run was told to stop. */
        INTERRUPTED
    }
}
