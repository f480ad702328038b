package org.bitsconformance.judge.application;

import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.session.UploadIsDelivered;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.ReadBack;

/**
 * An upload that the server application does not want copied is not put at its destination (Win32
 * notification-protocol-for-server-applications, MC-BUP 3.2.5.1.5). MC-BUP 3.2.5.2.7 moves every upload there, so only
 * the Win32 pages forbid it.
 */
public final class UploadIsNotCopied implements CaseRule {

    @Override
    public String requirement() {
        return "notification.not-copied";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        return NotifiedClose.in(history).stream()
                .filter(close -> !close.notice().asksForCopy())
                .map(close -> new Located(
                        history.caseId(),
                        close.step().exchange().id(),
                        close.look()
                                .map(look -> judge(look, context))
                                .orElseGet(() -> Judgement.skipped(UploadIsDelivered.NOT_JUDGED))))
                .toList();
    }

    private static Judgement judge(ReadBack look, Context context) {
        return switch (look.found().presence()) {
            case FOUND -> found(look, context);
            case ABSENT ->
                context.uploadSeen()
                        ? Judgement.held()
                        : Judgement.skipped(
                                "no finished upload was seen at its destination, so its absence proves nothing");
            case UNREADABLE -> Judgement.skipped("the destination of the upload could not be read");
        };
    }

    private static Judgement found(ReadBack look, Context context) {
        String what = "The server application did not ask for a copy, and the upload is at its destination, "
                + look.found().where() + ".";
        if (!look.same()) {
            return Judgement.skipped("what is at the destination is not this upload");
        }
        return context.dialect() == Dialect.WIN32
                ? Judgement.broken("nothing at the destination", "the upload", what)
                : Judgement.observed(what);
    }
}
