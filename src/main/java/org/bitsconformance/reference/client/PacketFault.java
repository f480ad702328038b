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
    TYPE_MISSING_IN_CREATE(dropping(WhichPacket.create(), BitsHeaders.PACKET_TYPE)),

    TYPE_MISSING_AT_CLOSE(dropping(WhichPacket.close(), BitsHeaders.PACKET_TYPE)),

    TYPE_EMPTY_AT_CLOSE(setting(WhichPacket.close(), BitsHeaders.PACKET_TYPE, "")),

    TYPE_UNKNOWN_IN_CREATE(setting(WhichPacket.create(), BitsHeaders.PACKET_TYPE, "Begin-Session")),

    TYPE_WITHOUT_HYPHEN_IN_CREATE(setting(WhichPacket.create(), BitsHeaders.PACKET_TYPE, "CreateSession")),

    TYPE_ACK_AT_CLOSE(setting(WhichPacket.close(), BitsHeaders.PACKET_TYPE, "Ack")),

    TYPE_TWICE_IN_CREATE(adding(WhichPacket.create(), BitsHeaders.PACKET_TYPE, "Ping")),

    TYPE_UNDER_OTHER_NAME(
            sending(WhichPacket.every(), packet -> packet.rename(BitsHeaders.PACKET_TYPE, "BITS-Package-Type"))),

    TYPE_DATA_IN_FRAGMENTS(setting(WhichPacket.fragment(), BitsHeaders.PACKET_TYPE, "Data")),

    TYPE_PING_IN_FRAGMENTS(setting(WhichPacket.fragment(), BitsHeaders.PACKET_TYPE, "Ping")),

    TYPE_CLOSE_IN_LAST_FRAGMENT(setting(WhichPacket.lastFragment(), BitsHeaders.PACKET_TYPE, "Close-Session")),

    LENGTH_MISSING_IN_CREATE(dropping(WhichPacket.create(), BitsHeaders.CONTENT_LENGTH)),

    LENGTH_MISSING_AT_CLOSE(dropping(WhichPacket.close(), BitsHeaders.CONTENT_LENGTH)),

    LENGTH_MISSING_IN_PING(pinging(packet -> packet.drop(BitsHeaders.CONTENT_LENGTH))),

    LENGTH_MISSING_AT_CANCEL(cancelling(packet -> packet.drop(BitsHeaders.CONTENT_LENGTH))),

    LENGTH_IN_WORDS_AT_CLOSE(setting(WhichPacket.close(), BitsHeaders.CONTENT_LENGTH, "none")),

    LENGTH_EMPTY_AT_CLOSE(setting(WhichPacket.close(), BitsHeaders.CONTENT_LENGTH, "")),

    BODY_WITH_CREATE(sending(WhichPacket.create(), PacketFault::withBody)),

    BODY_WITH_CLOSE(sending(WhichPacket.close(), PacketFault::withBody)),

    BODY_WITH_PING(pinging(PacketFault::withBody)),

    BODY_WITH_CANCEL(cancelling(PacketFault::withBody)),

    BODY_WITH_CLOSE_IN_CHUNKS(sending(WhichPacket.close(), PacketFault::withChunks));

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
                sending(WhichPacket.of(PacketType.PING), change),
                choosing((turn, right, progress) -> turn.is(NextStep.CREATE) ? NextStep.PING : right));
    }

    /** A Cancel-Session after the first Fragment. */
    private static ClientConduct cancelling(UnaryOperator<OutgoingPacket> change) {
        return Wrongly.both(
                sending(WhichPacket.of(PacketType.CANCEL_SESSION), change),
                choosing((turn, right, progress) -> turn.is(NextStep.FRAGMENT) ? NextStep.CANCEL : right));
    }

    private static OutgoingPacket withBody(OutgoingPacket packet) {
        return packet.body(ClientUpload.bytes("done=1")).set(BitsHeaders.CONTENT_LENGTH, "6");
    }

    private static OutgoingPacket withChunks(OutgoingPacket packet) {
        return packet.body(ClientUpload.bytes("6\r\ndone=1\r\n0\r\n\r\n"))
                .drop(BitsHeaders.CONTENT_LENGTH)
                .add("Transfer-Encoding", "chunked");
    }
}
