package org.bitsconformance.protocol;

/** Whose credentials a packet goes out with. */
public enum Identity {
    /** Those of the user that the run was given; none if it was given none. */
    USER,
    /** Nobody's. */
    NONE,
    /** The user's name, and a password that is not the user's. */
    WRONG_PASSWORD,
    /** Those of a second user, who may upload too. */
    OTHER,
    /** Those of a user who may not upload. */
    DENIED;

    /** Whether they are credentials of somebody that the server knows. */
    public boolean known() {
        return this == USER || this == OTHER || this == DENIED;
    }
}
