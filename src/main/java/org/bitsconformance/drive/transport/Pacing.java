package org.bitsconformance.drive.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * In which pieces a packet is sent. A piece never holds parts of both header and body.
 *
 * @param head number of bytes in each piece of the header except the last; at least 1
 * @param body number of bytes in each piece of the body except the last; at least 1
 * @param pause time between two pieces
 */
public record Pacing(int head, int body, Duration pause) {

    public Pacing {
        if (head < 1 || body < 1) {
            throw new IllegalArgumentException("a piece has at least 1 byte");
        }
    }

    /** The lengths of a packet's pieces, in order. */
    public List<Integer> pieces(int headLength, int bodyLength) {
        List<Integer> pieces = new ArrayList<>();
        cut(headLength, head, pieces);
        cut(bodyLength, body, pieces);
        return pieces;
    }

    private static void cut(int length, int piece, List<Integer> pieces) {
        for (int done = 0; done < length; done += piece) {
            pieces.add(Math.min(piece, length - done));
        }
    }
}
