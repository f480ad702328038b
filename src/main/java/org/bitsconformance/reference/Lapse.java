package org.bitsconformance.reference;

/** A point at which the server may do what it must not. A conformant server commits none. */
enum Lapse {
    ACCEPTS_UNKNOWN_SESSIONS,
    COUNTS_PARTS_TWICE,
    DEMANDS_PINGS,
    ENDS_OTHER_SESSIONS,
    FILLS_GAPS,
    GUESSES_SESSIONS,
    HANGS_UP_ON_FRAGMENTS,
    LOSES_PARTS,
    MIXES_SESSIONS,
    STORES_OVERLAPS_TWICE,
    PUBLISHES_CANCELLED_UPLOADS,
    PUBLISHES_NOTHING,
    TIES_SESSIONS_TO_CONNECTIONS
}
