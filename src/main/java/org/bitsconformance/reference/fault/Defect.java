package org.bitsconformance.reference.fault;

import org.bitsconformance.reference.SocketFrontEnd;
import org.bitsconformance.reference.server.Conduct;

/**
 * The definition of a {@link Fault}.
 *
 * @param title what the server does, in one line without a full stop
 * @param tellTale words that a finding about it contains
 * @param shown where a client sees it
 */
public record Defect(String title, String tellTale, Conduct conduct, Shown shown) {

    /** Where a client sees a defect. */
    public enum Shown {
        /** In an Ack, or in a message to somebody else. */
        IN_MESSAGES,
        /** In how a connection ends, in timing, in the bytes of an upload, or only after an unusual history. */
        OUTSIDE_MESSAGES,
        /** Below the Ack, where only {@link SocketFrontEnd} reaches. */
        ON_THE_SOCKET
    }

    Defect(String title, String tellTale, Conduct conduct) {
        this(title, tellTale, conduct, Shown.IN_MESSAGES);
    }

    /** A defect that no Ack shows: it shows in how a connection ends, in timing, in the bytes of an upload, or only after an unusual history. */
    static Defect outsideMessages(String title, String tellTale, Conduct conduct) {
        return new Defect(title, tellTale, conduct, Shown.OUTSIDE_MESSAGES);
    }

    /** A defect below the Ack, where only {@link SocketFrontEnd} reaches. */
    static Defect ofSocket(String title, String tellTale, Conduct conduct) {
        return new Defect(title, tellTale, conduct, Shown.ON_THE_SOCKET);
    }
}
