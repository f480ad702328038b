package org.bitsconformance.reference.server;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.ByteRange;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;

/** What a fault may change, at the points at which the server asks. Each default is the conformant conduct. */
public interface Conduct {

    /** The id that a new session is given instead of {@code fresh}. */
    default String sessionId(String fresh) {
        return fresh;
    }

    default boolean commits(Misbehaviour misbehaviour) {
        return false;
    }

    /** Whether the packet is accepted in spite of a refusal that it deserves. */
    default boolean overlooks(Refusal deserved, PacketInSession exchange) {
        return false;
    }

    /** Why a packet is refused that deserves no refusal. */
    default Optional<Refusal> objection(PacketInSession exchange) {
        return Optional.empty();
    }

    /** Whether a packet of type {@code next} is accepted for a session that {@code end} ended. */
    default boolean goesOn(PacketType end, PacketType next) {
        return false;
    }

    /** The range that is taken for the one that a fragment states. */
    default FragmentRange range(FragmentRange stated) {
        return stated;
    }

    /** The blocks that are published as the finished file, given those received. */
    default List<Bytes> published(List<Bytes> blocks) {
        return blocks;
    }

    /** The notification that is sent instead of the right one. */
    default NotificationRequest notice(NotificationRequest right) {
        return right;
    }

    /** What a server application is taken to have answered. */
    default BackEndAnswer heard(BackEndAnswer said) {
        return said;
    }

    /** The ranges of a file of {@code length} bytes that are served; without any, the file is as a whole. */
    default Optional<List<ByteRange>> ranges(Optional<List<ByteRange>> asked, int length) {
        return asked;
    }

    /** The answer to a GET or HEAD that is sent instead of the right one. */
    default ServerAnswer download(ReceivedPacket asked, ServerAnswer right) {
        return right;
    }

    /** The answer that is sent instead of the one in {@code ack}. */
    default ServerAnswer answer(Ack ack) {
        return ack.answer();
    }
}
