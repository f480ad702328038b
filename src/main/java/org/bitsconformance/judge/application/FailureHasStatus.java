package org.bitsconformance.judge.application;

import java.util.Set;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * The status that the documents give for a failed notification (MC-BUP 2.2.1.2, 3.3.5.3.2, 3.3.6). Where any error
 * passes, the statuses that HTTP has for a server that is unreachable, or answers wrongly or late, are reported.
 */
public final class FailureHasStatus implements LastFragmentRule {

    private final String requirement;
    private final Set<Failure> failures;
    private final int status;
    private final boolean anyError;

    FailureHasStatus(String requirement, Set<Failure> failures, int status, boolean anyError) {
        this.requirement = requirement;
        this.failures = failures;
        this.status = status;
        this.anyError = anyError;
    }

    @Override
    public String requirement() {
        return requirement;
    }

    @Override
    public String name() {
        return getClass().getSimpleName() + " " + status;
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        Failure failure = failures.stream()
                .filter(one -> one.of(last))
                .findFirst()
                .filter(one -> last.ack().isPresent())
                .orElse(null);
        if (failure == null) {
            return Judgement.outOfScope();
        }
        Answer ack = last.ack().orElseThrow();
        if (anyError && !StatusChecks.error(ack)) {
            return Judgement.skipped("the failure of the notification was not passed on");
        }
        if (anyError && StatusChecks.ofGateway(ack)) {
            return Judgement.observed("The server application " + failure.what()
                    + ", and the Fragment with the last byte was answered " + ack.status()
                    + ", as HTTP has it for a server behind a server.");
        }
        return ack.status() == status
                ? Judgement.held()
                : Judgement.broken(
                                "status " + status,
                                Excerpt.of(ack.statusLine()),
                                "The server application " + failure.what()
                                        + ", and the Fragment with the last byte was answered " + ack.status()
                                        + " where "
                                        + status + " is expected.")
                        .decidedBy(Judgement.STATUS);
    }
}
