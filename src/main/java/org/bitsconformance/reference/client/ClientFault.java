package org.bitsconformance.reference.client;

import java.util.Locale;

/**
 * A way in which a client can be wrong. The constants of each family are its faults; {@link ClientFaults} lists all.
 * Titles, and what each breaks, are in {@code client-faults.yaml}.
 */
public interface ClientFault {

    /** How the client differs from a right one. */
    ClientConduct conduct();

    /** The name of the constant. */
    String name();

    /** Lower-case words with hyphens; never changed once published. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
