package org.bitsconformance.reference;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.PacketType;

/** Several deviations at once, each applied to what the one before it made. Without any it is the conformant conduct. */
record CombinedConduct(List<Conduct> parts) implements Conduct {

    CombinedConduct {
        parts = List.copyOf(parts);
    }

    @Override
    public String sessionId(String fresh) {
        String id = fresh;
        for (Conduct part : parts) {
            id = part.sessionId(id);
        }
        return id;
    }

    @Override
    public boolean commits(Lapse lapse) {
        return parts.stream().anyMatch(part -> part.commits(lapse));
    }

    @Override
    public boolean overlooks(Refusal deserved, Exchange exchange) {
        return parts.stream().anyMatch(part -> part.overlooks(deserved, exchange));
    }

    @Override
    public Optional<Refusal> objection(Exchange exchange) {
        return parts.stream().flatMap(part -> part.objection(exchange).stream()).findFirst();
    }

    @Override
    public boolean goesOn(PacketType end, PacketType next) {
        return parts.stream().anyMatch(part -> part.goesOn(end, next));
    }

    @Override
    public ContentRange range(ContentRange stated) {
        ContentRange changed = stated;
        for (Conduct part : parts) {
            changed = part.range(changed);
        }
        return changed;
    }

    @Override
    public List<Bytes> published(List<Bytes> blocks) {
        List<Bytes> changed = blocks;
        for (Conduct part : parts) {
            changed = part.published(changed);
        }
        return changed;
    }

    @Override
    public Notice notice(Notice right) {
        Notice changed = right;
        for (Conduct part : parts) {
            changed = part.notice(changed);
        }
        return changed;
    }

    @Override
    public ApplicationAnswer heard(ApplicationAnswer said) {
        ApplicationAnswer changed = said;
        for (Conduct part : parts) {
            changed = part.heard(changed);
        }
        return changed;
    }

    @Override
    public Optional<List<ByteRange>> ranges(Optional<List<ByteRange>> asked, int length) {
        Optional<List<ByteRange>> changed = asked;
        for (Conduct part : parts) {
            changed = part.ranges(changed, length);
        }
        return changed;
    }

    @Override
    public Answer download(Packet asked, Answer right) {
        Answer changed = right;
        for (Conduct part : parts) {
            changed = part.download(asked, changed);
        }
        return changed;
    }

    @Override
    public Answer answer(Ack ack) {
        Ack changed = ack;
        for (Conduct part : parts) {
            changed = changed.with(part.answer(changed));
        }
        return changed.answer();
    }
}
