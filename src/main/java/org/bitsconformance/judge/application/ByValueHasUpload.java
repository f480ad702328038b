package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;

/** A notification by value has the bytes of the upload as its body (MC-BUP 2.2.12.3). */
public final class ByValueHasUpload implements NoticeRule {

    @Override
    public String requirement() {
        return "notification.by-value.body";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        if (!Declarations.byValue(context)) {
            return Declarations.otherWay(context);
        }
        if (notice.event().bodyDifference().isEmpty()) {
            return Judgement.held();
        }
        String actual = notice.event().bodyLength() + " bytes, first difference at "
                + notice.event().bodyDifference().getAsLong();
        return Judgement.broken(
                "the bytes of the upload", actual, "The body of the notification is not the upload: " + actual + ".");
    }
}
