package org.bitsconformance.judge.ack;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.ContentRange;

/** If the fragment with the last byte is sent again and answered 200 again, its Ack has the reply's URL again. */
public final class ReplyUrlIsGivenAgain implements CaseRule {

    @Override
    public String requirement() {
        return "reply-url.again";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        List<Located> found = new ArrayList<>();
        for (Step step : history.steps()) {
            if (context.uploadReply() && isRepeated(step) && wasGiven(step, history)) {
                Judgement judgement = FieldForms.present(step, step.ack().orElseThrow(), BitsHeaders.REPLY_URL);
                found.add(new Located(history.caseId(), step.exchange().id(), judgement));
            }
        }
        return found;
    }

    private static boolean isRepeated(Step step) {
        return step.before().complete()
                && step.validFragment().filter(ContentRange::reachesEnd).isPresent()
                && step.ack().filter(ack -> ack.status() == 200).isPresent();
    }

    private static boolean wasGiven(Step step, CaseHistory history) {
        return history.before(step).stream()
                .filter(one -> one.exchange().session() == step.exchange().session())
                .flatMap(one -> one.ack().stream())
                .anyMatch(ack -> ack.headers()
                        .first(BitsHeaders.REPLY_URL)
                        .filter(url -> !url.isEmpty())
                        .isPresent());
    }
}
