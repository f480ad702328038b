package org.bitsconformance.transcript;

/**
 * How much a run drives where a scenario leaves that to its user.
 *
 * @param size of a large upload, in bytes
 * @param uploads how many uploads at the same time
 */
public record Scale(long size, int uploads) {

    /** What is driven where nobody says otherwise: 5 GiB, so that offsets exceed 32 bits; 64 uploads at once. */
    public static final Scale USUAL = new Scale(5L << 30, 64);
}
