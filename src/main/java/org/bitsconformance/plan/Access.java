package org.bitsconformance.plan;

/**
 * How a server guards itself and how it is reached, beyond one user's credentials and the authority to trust.
 *
 * @param undeclared true: nothing was given
 */
public record Access(boolean undeclared) {

    /** Nothing was given. */
    public static final Access UNDECLARED = new Access(true);
}
