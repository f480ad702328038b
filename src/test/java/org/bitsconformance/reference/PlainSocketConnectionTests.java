package org.bitsconformance.reference;

/** The same through the plain socket front end. */
class PlainSocketConnectionTests extends ConnectionTests {

    @Override
    FrontEndKind frontEnd() {
        return FrontEndKind.SOCKET;
    }
}
