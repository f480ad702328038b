package org.bitsconformance.drive.client;

import org.bitsconformance.drive.transport.Connector;
import org.bitsconformance.drive.transport.LibrarySender;
import org.bitsconformance.drive.transport.Sender;
import org.bitsconformance.target.Target;

/** A connection over which a client library sends behaves like a kept connection. */
class LibraryBrokenAnswerTests extends BrokenAnswerTests {

    @Override
    public Sender sender(Target target, Connector connector) {
        return new LibrarySender(target, connector);
    }
}
