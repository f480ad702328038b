package org.bitsconformance.wire;

/** What holds of a kept connection holds of one over which a client library sends, too. */
class LibraryKeptConnectionTests extends KeptConnectionTests {

    @Override
    Sender sender(Target target, Connector connector) {
        return new LibrarySender(target, connector);
    }
}
