package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/** A last fragment whose notification failed is answered with an error (MC-BUP 3.2.5.1.3, 3.3.5.2, 3.3.5.3.2, 3.3.6). */
public final class FailureIsPassedOn implements LastFragmentRule {

    private final String requirement;
    private final Failure failure;

    FailureIsPassedOn(String requirement, Failure failure) {
        this.requirement = requirement;
        this.failure = failure;
    }

    @Override
    public String requirement() {
        return requirement;
    }

    @Override
    public String name() {
        return getClass().getSimpleName() + " " + failure;
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        boolean other = failure == Failure.CUT_SHORT && !Declarations.byValue(context);
        if (!failure.of(last) || other || last.ack().isEmpty()) {
            return Judgement.outOfScope();
        }
        if (failure == Failure.OLD_HTTP
                && last.notices().stream()
                        .anyMatch(notice -> notice.request().headers().has("Via"))) {
            return Judgement.skipped("the notification came through a proxy, which may have changed the answer");
        }
        Answer ack = last.ack().get();
        return StatusChecks.error(ack)
                ? Judgement.held()
                : Judgement.broken(
                                "an error",
                                Excerpt.of(ack.statusLine()),
                                "The server application " + failure.what()
                                        + ", and the Fragment with the last byte was answered " + ack.status() + ".")
                        .decidedBy(Judgement.STATUS);
    }
}
