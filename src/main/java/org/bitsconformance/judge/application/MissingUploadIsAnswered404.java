package org.bitsconformance.judge.application;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.session.UploadIsDelivered;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.HandedFile.Moment;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * A Close-Session whose stored upload is gone is answered 404 (MC-BUP 3.2.5.2.7). A server that has the upload at its
 * destination anyway has not lost it.
 */
public final class MissingUploadIsAnswered404 implements CaseRule {

    private static final int NOT_FOUND = 404;

    @Override
    public String requirement() {
        return "close-session.entity-gone";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        return history.application().handedFiles().stream()
                .filter(file -> file.moment() == Moment.REMOVED && file.presence() == HandedFile.Presence.ABSENT)
                .flatMap(file -> close(file, history).stream())
                .map(step -> new Located(
                        history.caseId(),
                        step.exchange().id(),
                        judge(step.ack().orElseThrow(), look(step, history), context)))
                .toList();
    }

    private static Optional<Step> close(HandedFile file, CaseHistory history) {
        boolean taken = history.lastFragments().stream()
                .anyMatch(one -> one.step().exchange().session() == file.session() && one.taken());
        return history.session(file.session()).stream()
                .filter(step ->
                        taken && step.is(PacketType.CLOSE_SESSION) && step.ack().isPresent())
                .findFirst();
    }

    private static Optional<ReadBack> look(Step step, CaseHistory history) {
        return history.readBacks().stream()
                .filter(look -> look.session() == step.exchange().session())
                .reduce((first, second) -> second);
    }

    private static Judgement judge(Answer ack, Optional<ReadBack> look, Context context) {
        if (ack.status() == NOT_FOUND) {
            return Judgement.held();
        }
        if (ack.success()
                && look.filter(one -> one.found().presence() == Presence.FOUND
                                && context.readBacks().tells(one))
                        .isPresent()) {
            return Judgement.observed("The file with the upload was removed before Close-Session, but the"
                    + " upload is still at its destination.");
        }
        boolean lost =
                look.filter(one -> one.found().presence() == Presence.ABSENT).isPresent()
                        && (context.uploadSeen() || context.readBackIsDeclared());
        return ack.success() && !lost
                ? Judgement.skipped(UploadIsDelivered.NOT_JUDGED)
                : Judgement.broken(
                                "status 404",
                                Excerpt.of(ack.statusLine()),
                                "The file with the upload was removed, and Close-Session was answered " + ack.status()
                                        + " where 404 is expected.")
                        .decidedBy(Judgement.STATUS);
    }
}
