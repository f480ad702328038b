package org.bitsconformance.judge.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.transcript.ReadBack;

/**
 * If a fragment with different bytes was accepted over bytes that had already arrived, the finished upload has the
 * first bytes (Win32 fragment). MC-BUP wants it refused and says nothing about its bytes.
 */
public final class OverlapKeepsBytes implements CaseRule {

    @Override
    public String requirement() {
        return "fragment.overlap.kept";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        List<Located> found = new ArrayList<>();
        for (Step close : history.steps()) {
            if (UploadIsDelivered.finishes(close)) {
                int session = close.exchange().session();
                for (SentTwice twice : SentTwice.of(history, session)) {
                    found.add(new Located(
                            history.caseId(),
                            twice.step().exchange().id(),
                            judge(twice, history.readBackAfter(close), context)));
                }
            }
        }
        return found;
    }

    private static Judgement judge(SentTwice twice, Optional<ReadBack> look, Context context) {
        if (!context.dialect().admits(Document.WIN32)) {
            return Judgement.skipped("MC-BUP says that such a fragment is refused, not what happens to its bytes");
        }
        if (look.filter(seen -> seen.found().presence() == ReadBack.Presence.FOUND
                        && context.readBacks().tells(seen))
                .isEmpty()) {
            return Judgement.skipped(UploadIsDelivered.NOT_JUDGED);
        }
        long difference = look.get().firstDifference().orElse(Long.MAX_VALUE);
        if (difference < twice.first()) {
            return Judgement.skipped("the upload differs before the bytes that were sent twice");
        }
        return twice.differs(look.get()) ? broken(twice, difference, look.get()) : Judgement.held();
    }

    private static Judgement broken(SentTwice twice, long difference, ReadBack look) {
        String bytes = "bytes " + twice.first() + " to " + twice.last();
        return Judgement.broken(
                bytes + " as they had arrived first",
                "others from byte " + difference + " on",
                "A Fragment with other " + bytes + " than had arrived was taken, and "
                        + look.found().where() + " does not hold the first ones: it differs from byte " + difference
                        + " on.");
    }
}
