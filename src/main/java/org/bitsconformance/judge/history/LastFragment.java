package org.bitsconformance.judge.history;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * A fragment with the last byte of an upload.
 *
 * @param step the packet and what came back
 * @param notices the notifications about its session that came before its answer
 * @param before earlier fragments with the same last byte, in order
 */
public record LastFragment(Step step, List<Notice> notices, List<LastFragment> before) {

    static boolean is(Step step) {
        return step.is(PacketType.FRAGMENT)
                && step.reference() == Reference.GIVEN
                && step.request()
                        .contentRange()
                        .filter(range -> range.last() + 1 == range.total()
                                && range.length() == step.request().bodyLength())
                        .isPresent();
    }

    /** The answer, if it must be an Ack. */
    public Optional<Answer> ack() {
        return step.ack();
    }

    /** Whether the answer says that it was carried out. */
    public boolean taken() {
        return ack().filter(answer -> answer.status() == 200).isPresent();
    }

    /** Whether an earlier fragment with the same last byte was answered as carried out. */
    public boolean repeatsSuccess() {
        return before.stream().anyMatch(LastFragment::taken);
    }

    /** The last notification of the fragment before, if none of that fragment's succeeded; otherwise empty. */
    public Optional<Notice> failedBefore() {
        if (before.isEmpty() || repeatsSuccess()) {
            return Optional.empty();
        }
        List<Notice> earlier = before.get(before.size() - 1).notices();
        return earlier.stream().anyMatch(Notice::succeeded)
                ? Optional.empty()
                : earlier.stream().reduce((first, second) -> second);
    }

    /** The only notification that came before its answer; empty if there was none or several. */
    public Optional<Notice> onlyNotice() {
        return notices.size() == 1 ? Optional.of(notices.get(0)) : Optional.empty();
    }
}
