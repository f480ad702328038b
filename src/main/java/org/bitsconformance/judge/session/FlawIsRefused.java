package org.bitsconformance.judge.session;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * A packet with a flaw is refused with a status that the documents name for it. There is one rule for each such flaw.
 *
 * <p>A packet with several flaws may get the answer to any of them; if it gets none of these, each of their
 * requirements is broken. If the documents name no answer to one of the flaws, the result is open. For a Fragment that
 * may begin elsewhere than at the next byte, 416 passes too. A Ping is open: MC-BUP wants every one answered 200
 * (3.2.5.2.5).
 *
 * @param requirement id of the requirement
 * @param flaw the reason to refuse the packet
 * @param statuses the status codes that pass if it is the only reason
 */
public record FlawIsRefused(String requirement, Flaw flaw, Set<Integer> statuses) implements AckRule {

    private static final int OUT_OF_SYNC = 416;

    /** The rule for a flaw for which the documents name statuses. */
    public FlawIsRefused(String requirement, Flaw flaw) {
        this(requirement, flaw, Reasons.statuses(Set.of(flaw)));
    }

    @Override
    public String name() {
        return FlawIsRefused.class.getSimpleName() + "(" + flaw + ")";
    }

    /**
     * A front end that refuses long headers with 431 is below the protocol and need not send an Ack (MC-BUP 3.2.5.2.1).
     */
    @Override
    public Judgement judge(Step step, Context context) {
        boolean byFrontEnd = flaw == Flaw.VALUE_TOO_LONG
                && step.onlyFlaw(flaw)
                && step.answer().filter(FrontEnd::refusesHeader).isPresent();
        return byFrontEnd ? Judgement.held() : AckRule.super.judge(step, context);
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!isReason(step) || step.is(PacketType.PING) || !certain(step)) {
            return Judgement.outOfScope();
        }
        if (flaw == Flaw.RANGE_INVALID && SentRange.mayBeValid(step)) {
            return Judgement.observed("Fragment with a "
                    + BitsHeaders.CONTENT_RANGE + " that the documents neither allow nor rule out ("
                    + Excerpt.of(step.request()
                            .headers()
                            .first(BitsHeaders.CONTENT_RANGE)
                            .orElse("")) + ") was answered " + ack.status() + ".");
        }
        if (StatusChecks.aboutTheOnlyDestination(step, ack, context)) {
            return StatusChecks.onlyDestination();
        }
        Set<Integer> permitted = Reasons.statuses(step.flaws());
        return StatusChecks.oneOf(
                SentRange.mayBeOutOfSync(step)
                        ? Stream.concat(permitted.stream(), Stream.of(OUT_OF_SYNC))
                                .collect(Collectors.toSet())
                        : permitted,
                step,
                ack);
    }

    private boolean isReason(Step step) {
        return step.flaws().contains(flaw) && Reasons.allNamed(step.flaws());
    }

    /** Whether it is known if the packet's session goes on, and its state does not remove the reason to refuse. */
    private boolean certain(Step step) {
        return switch (step.reference()) {
            case NONE, UNKNOWN -> true;
            case GIVEN, RESPELT, ELSEWHERE ->
                (step.before().open() || step.before().ended())
                        && (flaw != Flaw.TOTAL_CHANGED || step.before().offset().isPresent());
        };
    }
}
