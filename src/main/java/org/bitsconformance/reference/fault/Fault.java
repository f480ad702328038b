package org.bitsconformance.reference.fault;

import java.util.Locale;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.server.Conduct;

/**
 * A way in which the reference server can be wrong. Each is one deviation of an otherwise conformant server; several
 * can be combined. The constants of each family are its faults; {@link Faults} lists them all.
 */
public interface Fault {

    /** The definition of the fault. */
    Defect defect();

    /** The name of the constant. */
    String name();

    /** Lower-case words with hyphens; never changed once published. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the server does, in one line without a full stop. */
    default String title() {
        return defect().title();
    }

    /** Words that a finding about this fault contains: a header, a status, a packet or an HRESULT. */
    default String tellTale() {
        return defect().tellTale();
    }

    /** Whether only {@link FrontEndKind#SOCKET} can be wrong in this way. */
    default boolean needsSocket() {
        return defect().shown() == Defect.Shown.ON_THE_SOCKET;
    }

    /** How the server differs from a conformant one. */
    default Conduct conduct() {
        return defect().conduct();
    }
}
