package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.adding;
import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.dropping;
import static org.bitsconformance.reference.client.Wrongly.sending;
import static org.bitsconformance.reference.client.Wrongly.setting;

import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;

/** Faults of the packet type, of Content-Length, and of bodies where none belongs. */
enum PacketFault implements ClientFault {
    TYPE_MISSING_IN_CREATE(dropping(When.create(), BitsHeaders.PACKET_TYPE)),

    TYPE_MISSING_AT_CLOSE(dropping(When.close(), BitsHeaders.PACKET_TYPE)),

    TYPE_EMPTY_AT_CLOSE(setting(When.close(), BitsHeaders.PACKET_TYPE, "")),

    TYPE_UNKNOWN_IN_CREATE(setting(When.create(), BitsHeaders.PACKET_TYPE, "Begin-Session")),

    TYPE_WITHOUT_HYPHEN_IN_CREATE(setting(When.create(), BitsHeaders.PACKET_TYPE, "CreateSession")),

    TYPE_ACK_AT_CLOSE(setting(When.close(), BitsHeaders.PACKET_TYPE, "Ack")),

    TYPE_TWICE_IN_CREATE(adding(When.create(), BitsHeaders.PACKET_TYPE, "Ping")),

    TYPE_UNDER_OTHER_NAME(sending(When.every(), packet -> packet.rename(BitsHeaders.PACKET_TYPE, "BITS-Package-Type"))),

    TYPE_DATA_IN_FRAGMENTS(setting(When.fragment(), BitsHeaders.PACKET_TYPE, "Data")),

    TYPE_PING_IN_FRAGMENTS(setting(When.fragment(), BitsHeaders.PACKET_TYPE, "Ping")),

    TYPE_CLOSE_IN_LAST_FRAGMENT(setting(When.lastFragment(), BitsHeaders.PACKET_TYPE, "Close-Session")),

    LENGTH_MISSING_IN_CREATE(dropping(When.create(), BitsHeaders.CONTENT_LENGTH)),

    LENGTH_MISSING_AT_CLOSE(dropping(When.close(), BitsHeaders.CONTENT_LENGTH)),

    LENGTH_MISSING_IN_PING(pinging(packet -> packet.drop(BitsHeaders.CONTENT_LENGTH))),

    LENGTH_MISSING_AT_CANCEL(cancelling(packet -> packet.drop(BitsHeaders.CONTENT_LENGTH))),

    LENGTH_IN_WORDS_AT_CLOSE(setting(When.close(), BitsHeaders.CONTENT_LENGTH, "none")),

    LENGTH_EMPTY_AT_CLOSE(setting(When.close(), BitsHeaders.CONTENT_LENGTH, "")),

    BODY_WITH_CREATE(sending(When.create(), PacketFault::withBody)),

    BODY_WITH_CLOSE(sending(When.close(), PacketFault::withBody)),

    BODY_WITH_PING(pinging(PacketFault::withBody)),

    BODY_WITH_CANCEL(cancelling(PacketFault::withBody)),

    BODY_WITH_CLOSE_IN_CHUNKS(sending(When.close(), PacketFault::withChunks));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    PacketFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    /** A Ping before the first Fragment. */
    private static ClientConduct pinging(UnaryOperator<OutgoingPacket> change) {
        return Wrongly.both(
                sending(When.of(PacketType.PING), change),
                choosing((turn, right, progress) -> turn.is(Step.CREATE) ? Step.PING : right));
    }

    /** A Cancel-Session after the first Fragment. */
    private static ClientConduct cancelling(UnaryOperator<OutgoingPacket> change) {
        return Wrongly.both(
                sending(When.of(PacketType.CANCEL_SESSION), change),
                choosing((turn, right, progress) -> turn.is(Step.FRAGMENT) ? Step.CANCEL : right));
    }

    private static OutgoingPacket withBody(OutgoingPacket packet) {
        return packet.body(Upload.bytes("done=1")).set(BitsHeaders.CONTENT_LENGTH, "6");
    }

    private static OutgoingPacket withChunks(OutgoingPacket packet) {
        return packet.body(Upload.bytes("6\r\ndone=1\r\n0\r\n\r\n"))
                .drop(BitsHeaders.CONTENT_LENGTH)
                .add("Transfer-Encoding", "chunked");
    }
}
