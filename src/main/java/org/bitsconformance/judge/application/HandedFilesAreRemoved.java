package org.bitsconformance.judge.application;

import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.HandedFile.Moment;
import org.bitsconformance.transcript.HandedFile.Role;
import org.bitsconformance.transcript.http.Excerpt;

/** The files that were passed by reference are gone once the session has ended (Win32 notification protocol). */
public final class HandedFilesAreRemoved implements CaseRule {

    @Override
    public String requirement() {
        return "notification.files-removed";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        return history.application().handedFiles().stream()
                .filter(file -> file.moment() == Moment.ENDED && ended(history.session(file.session())))
                .map(file -> new Located(history.caseId(), "", judge(file, atItsDestination(file, history))))
                .toList();
    }

    private static boolean ended(List<Step> session) {
        return session.stream()
                .anyMatch(step -> (step.is(PacketType.CLOSE_SESSION) || step.is(PacketType.CANCEL_SESSION))
                        && step.ack().filter(ack -> ack.status() == 200).isPresent());
    }

    private static boolean atItsDestination(HandedFile file, CaseHistory history) {
        return history.readBacks().stream().anyMatch(look -> look.session() == file.session() && look.same());
    }

    private static Judgement judge(HandedFile file, boolean delivered) {
        String what = file.role() == Role.UPLOAD ? "upload" : "reply";
        return switch (file.presence()) {
            case ABSENT -> Judgement.held();
            case OUTSIDE ->
                Judgement.skipped("the file of the " + what + " is not in the folder that the target declares");
            case FOUND, UNREADABLE ->
                file.role() == Role.UPLOAD && delivered
                        ? Judgement.observed("The file of the upload, " + Excerpt.of(file.path())
                                + ", is still there; the upload is at its destination, which may be that file.")
                        : Judgement.broken(
                                "no file",
                                Excerpt.of(file.path()),
                                "The session has ended, and the file of the " + what + ", " + Excerpt.of(file.path())
                                        + ", is still there.");
        };
    }
}
