package org.bitsconformance.reference;

/** The same through the plain socket front end. */
class PlainSocketTests extends SocketTests {

    @Override
    FrontEndKind frontEnd() {
        return FrontEndKind.SOCKET;
    }
}
