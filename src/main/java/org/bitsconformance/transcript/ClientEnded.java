package org.bitsconformance.transcript;

import java.util.OptionalInt;

/**
 * The end of a client program that was started for one upload. The names of the components are the keys of its line in
 * the record.
 *
 * @param caseId id of the case
 * @param exitCode of the program; empty if it was killed because its time was over or the observation was stopped
 * @param arrived what lies at the destination then
 * @param confronted whether what the client was to be confronted with had happened by then; true if that is nothing
 * @param atMicros when, in microseconds from the start of the run
 */
public record ClientEnded(String caseId, OptionalInt exitCode, Arrived arrived, boolean confronted, long atMicros)
        implements Event {

    private static final int SUCCESS = 0;

    /** Whether the program says that the upload succeeded. */
    public boolean claimsSuccess() {
        return exitCode.isPresent() && exitCode.getAsInt() == SUCCESS;
    }

    /** What lies at the destination of an upload. */
    public enum Arrived {
        /** No file. */
        NOTHING,
        /** Every byte of the file. */
        COMPLETE,
        /** The first bytes of the file, and no more. */
        PARTIAL,
        /** Other bytes than those of the file. */
        DIFFERENT
    }
}
