package org.bitsconformance.judge.application;

import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.session.UploadIsDelivered;

/** An upload that the server application wants copied is at its destination after Close-Session (MC-BUP 3.3.5.2.4). */
public final class UploadIsCopied implements CaseRule {

    @Override
    public String requirement() {
        return "notification.copied";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        return NotifiedClose.in(history).stream()
                .filter(close -> close.notice().asksForCopy())
                .map(close -> new Located(
                        history.caseId(),
                        close.step().exchange().id(),
                        close.look()
                                .map(look -> UploadIsDelivered.judge(look, context))
                                .orElseGet(() -> Judgement.skipped(UploadIsDelivered.NOT_JUDGED))))
                .toList();
    }
}
