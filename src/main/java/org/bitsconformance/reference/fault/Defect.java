package org.bitsconformance.reference.fault;

import org.bitsconformance.reference.SocketFrontEnd;
import org.bitsconformance.reference.server.Conduct;

/**
 * What makes a {@link Fault}.
 *
 * @param title what the server does, in one line without a full stop
 * @param tellTale words that a judge's finding about it contains
 * @param needsSocket whether WireMock cannot do it
 */
record Defect(String title, String tellTale, Conduct conduct, boolean needsSocket) {

    Defect(String title, String tellTale, Conduct conduct) {
        this(title, tellTale, conduct, false);
    }

    /** One that shows below the Ack, where only {@link SocketFrontEnd} reaches. */
    static Defect ofSocket(String title, String tellTale, Conduct conduct) {
        return new Defect(title, tellTale, conduct, true);
    }
}
