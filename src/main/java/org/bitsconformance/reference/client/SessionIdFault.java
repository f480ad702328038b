package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.adding;
import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.dropping;
import static org.bitsconformance.reference.client.Wrongly.sending;
import static org.bitsconformance.reference.client.Wrongly.setting;

import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;

/** Faults of the session id in packets. */
enum SessionIdFault implements ClientFault {
    ID_MISSING_IN_FRAGMENTS(dropping(WhichPacket.fragment(), BitsHeaders.SESSION_ID)),

    ID_MISSING_IN_SECOND_FRAGMENT(dropping(WhichPacket.fragment(2), BitsHeaders.SESSION_ID)),

    ID_MISSING_AT_CLOSE(dropping(WhichPacket.close(), BitsHeaders.SESSION_ID)),

    ID_MISSING_AT_CANCEL(Wrongly.both(
            dropping(WhichPacket.of(PacketType.CANCEL_SESSION), BitsHeaders.SESSION_ID),
            choosing((turn, right, progress) -> turn.is(NextStep.FRAGMENT) ? NextStep.CANCEL : right))),

    ID_EMPTY_IN_FRAGMENTS(setting(WhichPacket.fragment(), BitsHeaders.SESSION_ID, "")),

    ID_OF_ITS_OWN(setting(
            WhichPacket.of(PacketType.FRAGMENT, PacketType.CLOSE_SESSION),
            BitsHeaders.SESSION_ID,
            "{9c2d1a40-7e15-4a0b-8a55-1f0e6d3c2b19}")),

    ID_WITHOUT_BRACES(changing(id -> id.replaceAll("[{}]", ""))),

    ID_WITHOUT_BRACES_AT_CLOSE(sending(
            WhichPacket.close(),
            packet -> packet.set(
                    BitsHeaders.SESSION_ID, packet.value(BitsHeaders.SESSION_ID).replaceAll("[{}]", "")))),

    ID_CUT_SHORT(changing(id -> id.substring(0, id.length() - 2))),

    ID_QUOTED(changing(id -> "\"" + id + "\"")),

    ID_TWICE_IN_FRAGMENTS(
            adding(WhichPacket.fragment(), BitsHeaders.SESSION_ID, "{9c2d1a40-7e15-4a0b-8a55-1f0e6d3c2b19}")),

    ID_UNDER_OTHER_NAME(
            sending(WhichPacket.fragment(), packet -> packet.rename(BitsHeaders.SESSION_ID, "BITS-SessionId"))),

    ID_OF_LOST_SESSION(usingFirst(WhichPacket.fragment())),

    ID_OF_LOST_SESSION_AT_CLOSE(usingFirst(WhichPacket.close()));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    SessionIdFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    /** In the second session, the id of the first. */
    private static ClientConduct usingFirst(WhichPacket when) {
        return new ClientConduct() {
            @Override
            public OutgoingPacket sending(OutgoingPacket right, UploadProgress progress) {
                return when.and(WhichPacket.afterRestart()).isNow(right, progress)
                        ? right.set(BitsHeaders.SESSION_ID, progress.sessions().get(0))
                        : right;
            }
        };
    }

    private static ClientConduct changing(UnaryOperator<String> change) {
        return sending(
                WhichPacket.of(PacketType.FRAGMENT, PacketType.CLOSE_SESSION),
                packet -> packet.set(BitsHeaders.SESSION_ID, change.apply(packet.value(BitsHeaders.SESSION_ID))));
    }
}
