package org.bitsconformance.wire;

/**
 * How a target guards itself and how it is reached, beyond one user's credentials and the certificates to trust.
 *
 * @param open true: nothing is known of it
 */
public record Access(boolean open) {

    /** No more than the target's URL says. */
    public static final Access OPEN = new Access(true);
}
