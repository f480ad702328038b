package org.bitsconformance.protocol;

/** Whose credentials a packet carries. */
public enum Identity {
    /** Those of the user that the run was given, if any. */
    USER,
    /** Nobody's. */
    NONE,
    /** The user's name, and a password that is not the user's. */
    WRONG_PASSWORD,
    /** Those of a second user, who may upload too. */
    OTHER,
    /** Those of a user who may not upload. */
    DENIED;

    /** Whether they are valid credentials that the server knows. */
    public boolean known() {
        return this == USER || this == OTHER || this == DENIED;
    }
}
