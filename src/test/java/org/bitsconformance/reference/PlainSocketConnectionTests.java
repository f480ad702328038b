package org.bitsconformance.reference;

/** The same through the front end of plain sockets. */
class PlainSocketConnectionTests extends ConnectionTests {

    @Override
    FrontEndKind frontEnd() {
        return FrontEndKind.SOCKET;
    }
}
