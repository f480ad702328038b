package org.bitsconformance.drive.transport;

import java.util.Locale;

/**
 * Where a packet is broken off, and what happens to its connection.
 *
 * @param place the part of the packet that is sent last
 * @param sent where {@code place} is the body, number of bytes of it that are sent; all where there are fewer
 * @param how what happens to the connection
 */
public record CutOff(Place place, int sent, How how) {

    /** The part of a packet that is sent last. */
    public enum Place {
        /** Half of the request line. */
        REQUEST_LINE,
        /** The header up to the middle of the packet's last own field: nothing secret is torn apart. */
        HEADER,
        /** The whole header, and a part of the body. */
        BODY
    }

    /** What happens to the connection. */
    public enum How {
        /** The suite sends no more, and still reads. */
        HALF_CLOSE,
        /** The suite closes it. */
        CLOSE,
        /** The suite resets it. */
        RESET;

        /**
         * The one of this name, in lower case with a hyphen.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static How named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** In the request line or the header. */
    public static CutOff before(Place place, How how) {
        return new CutOff(place, 0, how);
    }

    /** After that many bytes of the body. */
    public static CutOff inBody(int sent, How how) {
        return new CutOff(Place.BODY, sent, how);
    }

    /** How many bytes of a packet are sent. */
    public int length(String head, Packet packet, int bodyLength) {
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
