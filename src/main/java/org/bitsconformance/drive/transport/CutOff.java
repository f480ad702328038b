package org.bitsconformance.drive.transport;

import java.util.Locale;

/**
 * Where a packet breaks off, and what happens to its connection.
 *
 * @param place the part of the packet that is sent last
 * @param sent if {@code place} is the body, how many of its bytes are sent; all if it has fewer
 * @param how what happens to the connection
 */
public record CutOff(Place place, long sent, How how) {

    /** The part of a packet that is sent last. */
    public enum Place {
        /** Half of the request line. */
        REQUEST_LINE,
        /** The header up to the middle of the packet's last BITS field, so that nothing secret is split. */
        HEADER,
        /** The whole header and a part of the body. */
        BODY
    }

    /** What happens to the connection. */
    public enum How {
        /** The suite sends no more, but still reads. */
        HALF_CLOSE,
        /** The suite closes the connection. */
        CLOSE,
        /** The suite resets the connection. */
        RESET;

        /**
         * The constant with this name, in lower case with hyphens.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static How named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Breaks off in the request line or the header. */
    public static CutOff before(Place place, How how) {
        return new CutOff(place, 0, how);
    }

    /** Breaks off after that many bytes of the body. */
    public static CutOff inBody(long sent, How how) {
        return new CutOff(Place.BODY, sent, how);
    }

    /** How many bytes of a packet to send. */
    public long length(String head, Packet packet, long bodyLength) {
        return switch (place) {
            case REQUEST_LINE -> head.indexOf("\r\n") / 2;
            case HEADER -> {
                String last = packet.headers().get(packet.headers().size() - 1).toString();
                yield head.indexOf(last) + last.length() / 2;
            }
            case BODY -> head.length() + Math.min(sent, bodyLength);
        };
    }
}
