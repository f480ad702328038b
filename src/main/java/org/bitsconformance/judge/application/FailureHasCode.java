package org.bitsconformance.judge.application;

import java.util.Set;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/**
 * The HRESULT that the documents give for a failed notification (MC-BUP 2.2.1.2, 3.3.5.3.2, 3.3.6), next to the status
 * that they give. With 502, 503 or 504, a different one is only reported. That there is an HRESULT at all is another
 * requirement.
 */
public final class FailureHasCode implements LastFragmentRule {

    private final String requirement;
    private final Set<Failure> failures;
    private final Hresult code;

    FailureHasCode(String requirement, Set<Failure> failures, Hresult code) {
        this.requirement = requirement;
        this.failures = failures;
        this.code = code;
    }

    @Override
    public String requirement() {
        return requirement;
    }

    @Override
    public String name() {
        return getClass().getSimpleName() + " " + code.name() + " " + failures;
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        Failure failure =
                failures.stream().filter(one -> one.of(last)).findFirst().orElse(null);
        if (failure == null || last.ack().isEmpty()) {
            return Judgement.outOfScope();
        }
        Answer ack = last.ack().get();
        if (!StatusChecks.error(ack) || ErrorCode.all(ack.headers()).isEmpty()) {
            return Judgement.skipped("the answer to the last fragment has no HRESULT");
        }
        if (failure != Failure.LONG_URL && StatusChecks.ofGateway(ack) && !StatusChecks.says(ack, code)) {
            return Judgement.observed("The server application " + failure.what() + ", and the " + ack.status()
                    + " answer to the Fragment with the last byte has " + StatusChecks.code(ack) + ".");
        }
        return StatusChecks.says(ack, code)
                ? Judgement.held()
                : Judgement.broken(
                                code.toString(),
                                StatusChecks.code(ack),
                                "The server application " + failure.what() + ", and the " + ack.status()
                                        + " answer to the Fragment with the last byte has " + StatusChecks.code(ack)
                                        + " where "
                                        + code + " is expected.")
                        .decidedBy(StatusChecks.codeField(ack));
    }
}
