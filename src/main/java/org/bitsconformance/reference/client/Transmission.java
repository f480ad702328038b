package org.bitsconformance.reference.client;

/**
 * How a packet goes onto the wire.
 *
 * @param piece how many bytes are written at once; 0 for all
 * @param otherConnection whether it goes over a connection of its own, while the one before stays open
 * @param closing whether the connection is ended after its answer
 * @param ahead whether the client goes on without its answer
 * @param expecting whether the body waits for 100
 * @param patienceMillis how long the client waits for more of the answer
 */
public record Transmission(
        int piece, boolean otherConnection, boolean closing, boolean ahead, boolean expecting, int patienceMillis) {

    private static final int PATIENCE_MILLIS = 10_000;

    /** At once, over the connection that is open, and the answer is read. */
    public static final Transmission USUAL = new Transmission(0, false, false, false, false, PATIENCE_MILLIS);

    /** A copy in pieces of so many bytes. */
    public Transmission inPieces(int bytes) {
        return new Transmission(bytes, otherConnection, closing, ahead, expecting, patienceMillis);
    }

    /** A copy over another connection. */
    public Transmission overAnother() {
        return new Transmission(piece, true, closing, ahead, expecting, patienceMillis);
    }

    /** A copy after which the connection ends. */
    public Transmission closed() {
        return new Transmission(piece, otherConnection, true, ahead, expecting, patienceMillis);
    }

    /** A copy whose answer is not awaited. */
    public Transmission unanswered() {
        return new Transmission(piece, otherConnection, closing, true, expecting, patienceMillis);
    }

    /** A copy whose body waits for 100. */
    public Transmission asking() {
        return new Transmission(piece, otherConnection, closing, ahead, true, patienceMillis);
    }

    /** A copy that waits no longer than this. */
    public Transmission waiting(int millis) {
        return new Transmission(piece, otherConnection, closing, ahead, expecting, millis);
    }
}
