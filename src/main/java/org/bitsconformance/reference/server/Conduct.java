package org.bitsconformance.reference.server;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.ByteRange;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;

/** What a fault may change, at each point where the server asks. Each default is the conformant conduct. */
public interface Conduct {

    /** The id that a new session gets instead of {@code fresh}. */
    default String sessionId(String fresh) {
        return fresh;
    }

    default boolean commits(Misbehaviour misbehaviour) {
        return false;
    }

    /** The same, depending on the packet and what came before it. */
    default boolean commits(Misbehaviour misbehaviour, PacketInSession exchange) {
        return commits(misbehaviour);
    }

    /** Whether the packet is accepted despite a refusal that it deserves. */
    default boolean overlooks(Refusal deserved, PacketInSession exchange) {
        return false;
    }

    /** Why a packet that deserves no refusal is refused. */
    default Optional<Refusal> objection(PacketInSession exchange) {
        return Optional.empty();
    }

    /** Whether a packet of type {@code next} is accepted for a session that {@code end} ended. */
    default boolean goesOn(PacketType end, PacketType next) {
        return false;
    }

    /** The range that replaces the one that a fragment states. */
    default FragmentRange range(FragmentRange stated) {
        return stated;
    }

    /** The blocks that are published as the finished file, given the received ones. */
    default List<Bytes> published(List<Bytes> blocks) {
        return blocks;
    }

    /** The notification that is sent instead of the right one. */
    default NotificationRequest notice(NotificationRequest right) {
        return right;
    }

    /** The answer that replaces what a server application said. */
    default BackEndAnswer heard(BackEndAnswer said) {
        return said;
    }

    /** The ranges that are served of a file of {@code length} bytes; if empty, the whole file. */
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
