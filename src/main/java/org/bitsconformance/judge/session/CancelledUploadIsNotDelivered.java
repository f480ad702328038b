package org.bitsconformance.judge.session;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.http.Answer;

/**
 * Nothing is at the destination of an upload that was cancelled before its last byte. This counts only once the run has
 * seen a finished upload at its destination, and if a name that was never written has nothing: otherwise neither
 * absence nor presence proves anything.
 */
public final class CancelledUploadIsNotDelivered implements CaseRule {

    @Override
    public String requirement() {
        return "delivery.cancelled";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        List<Located> found = new ArrayList<>();
        for (Step step : history.steps()) {
            boolean cancelled = step.is(PacketType.CANCEL_SESSION)
                    && step.before().incomplete()
                    && step.answer().filter(answer -> answer.status() == 200).isPresent();
            if (cancelled) {
                int session = step.exchange().session();
                Judgement judgement = history.readBacks().stream()
                        .filter(look -> look.session() == session)
                        .findFirst()
                        .map(look -> judge(look, history, step, context))
                        .orElseGet(() -> Judgement.skipped(UploadIsDelivered.NOT_JUDGED));
                found.add(new Located(history.caseId(), step.exchange().id(), judgement));
            }
        }
        return found;
    }

    private static Judgement judge(ReadBack look, CaseHistory history, Step cancel, Context context) {
        return switch (look.found().presence()) {
            case FOUND ->
                wasClosed(history, cancel)
                        ? Judgement.skipped("another upload to the same URL was closed, and what is there may be that")
                        : found(look, context);
            case ABSENT ->
                context.uploadSeen()
                        ? Judgement.held()
                        : Judgement.skipped(
                                "no finished upload was seen at its destination, so its absence proves nothing");
            case UNREADABLE -> Judgement.skipped("the destination of the cancelled upload could not be read");
        };
    }

    /** Whether the case closed another session of the URL, so that the server had a reason to put a file there. */
    private static boolean wasClosed(CaseHistory history, Step cancel) {
        return history.steps().stream()
                .anyMatch(step -> step.is(PacketType.CLOSE_SESSION)
                        && step.exchange().session() != cancel.exchange().session()
                        && step.request().target().equals(cancel.request().target())
                        && step.answer().filter(Answer::success).isPresent());
    }

    private static Judgement found(ReadBack look, Context context) {
        if (!context.uploadsAreNamed()) {
            return Judgement.skipped("the target has one URL for every upload, so what is there may be another upload");
        }
        if (!context.readBacks().tells(look)) {
            return Judgement.skipped("whether the cancelled upload is there cannot be seen: "
                    + context.readBacks().anyName().orElseThrow());
        }
        if (!context.uploadSeen() && !context.readBackIsDeclared()) {
            return Judgement.skipped("no finished upload was seen at its destination, so what is there proves nothing");
        }
        String bytes = look.found().length().orElse(0) + " bytes";
        return Judgement.broken(
                "nothing at the destination",
                bytes,
                "The upload was cancelled, and " + look.found().where() + " holds " + bytes + ".");
    }
}
