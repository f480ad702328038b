package org.bitsconformance.transcript;

/**
 * How much a run drives, for scenarios that leave that to the user.
 *
 * @param size of a large upload, in bytes
 * @param uploads how many uploads at the same time
 * @param seed of what happens at random places
 */
public record Scale(long size, int uploads, long seed) {

    /** The default: 5 GiB, so that offsets exceed 32 bits, and 64 uploads at once. */
    public static final Scale USUAL = new Scale(5L << 30, 64, 1);
}
