package org.bitsconformance.drive.transport;

import org.bitsconformance.transcript.CaseEnd;

/** A case cannot be driven any further; says in plain words how it ended and why. */
public final class DrivingStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CaseEnd.Ending ending;

    public DrivingStopped(CaseEnd.Ending ending, String reason) {
        super(reason);
        this.ending = ending;
    }

    /** How the case ended. */
    public CaseEnd.Ending ending() {
        return ending;
    }
}
