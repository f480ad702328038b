package org.bitsconformance.reference;

/** The same through the front end of plain sockets. */
class PlainSocketTests extends SocketTests {

    @Override
    FrontEndKind frontEnd() {
        return FrontEndKind.SOCKET;
    }
}
