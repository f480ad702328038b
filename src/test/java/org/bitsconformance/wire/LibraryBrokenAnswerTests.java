package org.bitsconformance.wire;

/** What holds of a kept connection holds of one over which a client library sends, too. */
class LibraryBrokenAnswerTests extends BrokenAnswerTests {

    @Override
    Sender sender(Target target, Connector connector) {
        return new LibrarySender(target, connector);
    }
}
