package org.bitsconformance.judge.application;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.ReadBack;

/**
 * The Close-Session of an upload about which the server application was notified.
 *
 * @param step the packet
 * @param notice the notification that succeeded
 * @param look at the destination after it; empty if there was none
 */
record NotifiedClose(Step step, Notice notice, Optional<ReadBack> look) {

    /** Those that were answered 200, unless the server application removed their upload. */
    static List<NotifiedClose> in(CaseHistory history) {
        return history.steps().stream()
                .filter(step -> step.is(PacketType.CLOSE_SESSION)
                        && step.ack().filter(ack -> ack.status() == 200).isPresent())
                .flatMap(step -> of(step, history).stream())
                .toList();
    }

    private static Optional<NotifiedClose> of(Step step, CaseHistory history) {
        int session = step.exchange().session();
        boolean removed = history.application().handedFiles().stream()
                .anyMatch(file -> file.session() == session && file.moment() == HandedFile.Moment.REMOVED);
        if (removed) {
            return Optional.empty();
        }
        return history.lastFragments().stream()
                .filter(one -> one.step().exchange().session() == session && one.taken())
                .flatMap(one -> succeeded(one).stream())
                .findFirst()
                .map(notice -> new NotifiedClose(
                        step,
                        notice,
                        history.readBacks().stream()
                                .filter(look -> look.session() == session)
                                .findFirst()));
    }

    private static Optional<Notice> succeeded(LastFragment last) {
        return last.notices().stream().filter(Notice::succeeded).findFirst();
    }
}
