package org.bitsconformance.judge.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.bitsconformance.transcript.http.ContentRange;

/**
 * An upload that the server accepted fragment by fragment, from its first byte to its last, and that was found at its
 * destination.
 *
 * @param caseId id of the case
 * @param fragments the fragments that were not refused, in order; none was cut off or sent twice
 * @param last the packet before the look at the destination
 * @param look what was found
 */
record Delivered(String caseId, List<Step> fragments, Step last, ReadBack look) {

    /** Every such upload of the run. */
    static List<Delivered> all(Evidence evidence) {
        List<Delivered> all = new ArrayList<>();
        for (CaseHistory history : evidence.histories()) {
            for (ReadBack look : history.readBacks()) {
                of(history, look).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<Delivered> of(CaseHistory history, ReadBack look) {
        List<Step> session = history.session(look.session());
        List<Step> fragments = session.stream()
                .filter(step -> step.is(PacketType.FRAGMENT) && !Outcomes.refused(step))
                .toList();
        long offset = 0;
        for (Step step : fragments) {
            Optional<ContentRange> range = step.validFragment();
            if (range.isEmpty() || range.get().first() != offset || !Outcomes.taken(step)) {
                return Optional.empty();
            }
            offset = range.get().last() + 1;
        }
        boolean whole = offset > 0
                && offset == look.sent().expectedLength()
                && look.found().presence() == Presence.FOUND;
        return whole
                ? Optional.of(new Delivered(history.caseId(), fragments, session.get(session.size() - 1), look))
                : Optional.empty();
    }

    /** Offset of the first byte over 127 in the upload; -1 if there is none, or the record does not have all of it. */
    long firstOver127() {
        return first(Content::firstOver127);
    }

    /**
     * Offset of the first byte sequence that is not UTF-8 when each fragment is decoded by itself; -1 if there is none,
     * or the record does not have all of it.
     */
    long firstNoUtf8() {
        return first(Content::firstNoUtf8);
    }

    private long first(ToIntFunction<String> in) {
        for (Step step : fragments) {
            Optional<String> content = Content.of(step);
            int first = content.map(in::applyAsInt).orElse(-1);
            if (content.isEmpty() || first >= 0) {
                return first < 0 ? -1 : step.validFragment().orElseThrow().first() + first;
            }
        }
        return -1;
    }
}
