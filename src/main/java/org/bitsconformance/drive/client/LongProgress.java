package org.bitsconformance.drive.client;

/** Receives the progress of a long case. */
public interface LongProgress {

    /** {@code done} of {@code total} bytes of the case's upload have arrived. */
    void of(String caseId, long done, long total);
}
