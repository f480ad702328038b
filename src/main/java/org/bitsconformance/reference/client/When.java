package org.bitsconformance.reference.client;

import java.util.Set;
import org.bitsconformance.protocol.PacketType;

/** Which packets of a client are wrong. */
@FunctionalInterface
interface When {

    /** Whether it is this one, which is about to be sent. */
    boolean isNow(OutgoingPacket packet, Progress progress);

    default When and(When other) {
        return (packet, progress) -> isNow(packet, progress) && other.isNow(packet, progress);
    }

    /** All. */
    static When every() {
        return (packet, progress) -> true;
    }

    /** Those of a type. */
    static When of(PacketType... types) {
        return (packet, progress) -> Set.of(types).contains(packet.type());
    }

    static When create() {
        return of(PacketType.CREATE_SESSION);
    }

    static When fragment() {
        return of(PacketType.FRAGMENT);
    }

    static When close() {
        return of(PacketType.CLOSE_SESSION);
    }

    /** The Fragment with this number, from 1, counting all that were sent. */
    static When fragment(int number) {
        return fragment().and((packet, progress) -> progress.count(Step.FRAGMENT) == number - 1);
    }

    /** The Fragment with the last byte. */
    static When lastFragment() {
        return fragment()
                .and((packet, progress) -> progress.end() == progress.job().total());
    }

    /** Those after the Create-Session that began another session. */
    static When afterRestart() {
        return (packet, progress) -> progress.sessions().size() > 1;
    }
}
