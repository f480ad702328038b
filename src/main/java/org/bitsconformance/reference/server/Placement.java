package org.bitsconformance.reference.server;

/** How to handle a fragment that does not start after the next byte. */
enum Placement {
    /** Store its bytes from the next byte on. */
    WRITE,
    /** Accept it and store nothing, since all its bytes are there. */
    ACCEPT_REPEAT,
    /** Refuse it with the offset of the next byte. */
    REFUSE
}
