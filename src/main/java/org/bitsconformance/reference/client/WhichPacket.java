package org.bitsconformance.reference.client;

import java.util.Set;
import org.bitsconformance.protocol.PacketType;

/** Which packets of a client are wrong. */
@FunctionalInterface
interface WhichPacket {

    /** Whether it is this one, which is about to be sent. */
    boolean isNow(OutgoingPacket packet, UploadProgress progress);

    default WhichPacket and(WhichPacket other) {
        return (packet, progress) -> isNow(packet, progress) && other.isNow(packet, progress);
    }

    /** All. */
    static WhichPacket every() {
        return (packet, progress) -> true;
    }

    /** Those of a type. */
    static WhichPacket of(PacketType... types) {
        return (packet, progress) -> Set.of(types).contains(packet.type());
    }

    static WhichPacket create() {
        return of(PacketType.CREATE_SESSION);
    }

    static WhichPacket fragment() {
        return of(PacketType.FRAGMENT);
    }

    static WhichPacket close() {
        return of(PacketType.CLOSE_SESSION);
    }

    /** The Fragment with this number, from 1, counting all that were sent. */
    static WhichPacket fragment(int number) {
        return fragment().and((packet, progress) -> progress.count(NextStep.FRAGMENT) == number - 1);
    }

    /** The Fragment with the last byte. */
    static WhichPacket lastFragment() {
        return fragment()
                .and((packet, progress) -> progress.end() == progress.job().total());
    }

    /** Those after the Create-Session that began another session. */
    static WhichPacket afterRestart() {
        return (packet, progress) -> progress.sessions().size() > 1;
    }
}
