package org.bitsconformance.judge.session;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * Where the target declares that uploads are not enabled, Create-Session gives no session (Win32
 * bits-iis-extension-properties, BITSUploadEnabled). The way of refusing is open (MC-BUP 3.2.4.2), and need not be an
 * Ack.
 */
public final class DisabledPlaceGivesNoSession implements ExchangeRule {

    @Override
    public String requirement() {
        return "directory.upload-enabled";
    }

    @Override
    public Judgement judge(Step step, Context context) {
        if (step.answer().isEmpty()
                || !OverLimitPackets.createAt(
                        step, context.header().target().declared().limits().disabled())) {
            return Judgement.outOfScope();
        }
        Answer answer = step.answer().get();
        if (!answer.success()) {
            return Judgement.held();
        }
        return answer.headers()
                .first(BitsHeaders.SESSION_ID)
                .filter(id -> !id.isEmpty())
                .<Judgement>map(id -> Judgement.broken(
                                "a refusal, and no session",
                                BitsHeaders.SESSION_ID + ": " + Excerpt.of(id),
                                "Create-Session where uploads are not enabled was answered " + answer.status()
                                        + " with " + BitsHeaders.SESSION_ID + ".")
                        .decidedBy(BitsHeaders.SESSION_ID))
                .orElseGet(() -> Judgement.observed("Create-Session where uploads are not enabled was answered "
                        + answer.status() + " without " + BitsHeaders.SESSION_ID + "."));
    }
}
