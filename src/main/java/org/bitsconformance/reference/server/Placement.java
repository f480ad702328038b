package org.bitsconformance.reference.server;

/** How a fragment that does not start after the next byte is handled. */
enum Placement {
    /** Its bytes from the next byte on are stored. */
    WRITE,
    /** It is accepted, and nothing is stored: all its bytes are there. */
    ACCEPT_REPEAT,
    /** It is refused with the offset of the next byte. */
    REFUSE
}
