package org.bitsconformance.reference.server;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.ByteRange;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;

/**
 * Several deviations at once, each applied to the result of the previous one. Without any, it is the conformant
 * conduct.
 */
public record CombinedConduct(List<Conduct> parts) implements Conduct {

    public CombinedConduct {
        parts = List.copyOf(parts);
    }

    @Override
    public String sessionId(String fresh) {
        return folded(fresh, (part, changed) -> part.sessionId(changed));
    }

    @Override
    public boolean commits(Misbehaviour misbehaviour) {
        return parts.stream().anyMatch(part -> part.commits(misbehaviour));
    }

    @Override
    public boolean commits(Misbehaviour misbehaviour, PacketInSession exchange) {
        return parts.stream().anyMatch(part -> part.commits(misbehaviour, exchange));
    }

    @Override
    public boolean overlooks(Refusal deserved, PacketInSession exchange) {
        return parts.stream().anyMatch(part -> part.overlooks(deserved, exchange));
    }

    @Override
    public Optional<Refusal> objection(PacketInSession exchange) {
        return parts.stream().flatMap(part -> part.objection(exchange).stream()).findFirst();
    }

    @Override
    public boolean goesOn(PacketType end, PacketType next) {
        return parts.stream().anyMatch(part -> part.goesOn(end, next));
    }

    @Override
    public FragmentRange range(FragmentRange stated) {
        return folded(stated, (part, changed) -> part.range(changed));
    }

    @Override
    public List<Bytes> published(List<Bytes> blocks) {
        return folded(blocks, (part, changed) -> part.published(changed));
    }

    @Override
    public NotificationRequest notice(NotificationRequest right) {
        return folded(right, (part, changed) -> part.notice(changed));
    }

    @Override
    public BackEndAnswer heard(BackEndAnswer said) {
        return folded(said, (part, changed) -> part.heard(changed));
    }

    @Override
    public Optional<List<ByteRange>> ranges(Optional<List<ByteRange>> asked, int length) {
        return folded(asked, (part, changed) -> part.ranges(changed, length));
    }

    @Override
    public ServerAnswer download(ReceivedPacket asked, ServerAnswer right) {
        return folded(right, (part, changed) -> part.download(asked, changed));
    }

    @Override
    public ServerAnswer answer(Ack ack) {
        return folded(ack, (part, changed) -> changed.with(part.answer(changed)))
                .answer();
    }

    /** Applies the deviations to something, one after the other. */
    private <T> T folded(T right, BiFunction<Conduct, T, T> deviation) {
        T changed = right;
        for (Conduct part : parts) {
            changed = deviation.apply(part, changed);
        }
        return changed;
    }
}
