package org.bitsconformance.drive.client;

/** Learns how far a case has come that takes long. */
public interface LongProgress {

    /** So many bytes of the upload of a case have arrived, of so many. */
    void of(String caseId, long done, long total);
}
