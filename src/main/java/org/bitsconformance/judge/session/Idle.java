package org.bitsconformance.judge.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.SessionTimeout;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * How long a session had made no progress when a packet came, between two bounds, in microseconds.
 *
 * @param step the packet
 * @param atLeast from the end of the previous packet to the beginning of this one
 * @param atMost from the beginning of the last progress to the end of this packet's answer
 * @param timeout the declared time-out
 */
record Idle(Step step, long atLeast, long atMost, SessionTimeout timeout) {

    private static final Set<Flaw> ABOUT_TIME = EnumSet.of(Flaw.OPEN, Flaw.SESSION_OLD);

    /** The fragments that continue a session, if the target file declares a time-out. */
    static List<Idle> of(CaseHistory history, Context context) {
        return SessionTimeout.of(context.header().target().declared().limits())
                .map(timeout -> history.steps().stream()
                        .filter(Idle::goesOn)
                        .flatMap(step -> of(step, history, timeout).stream())
                        .toList())
                .orElse(List.of());
    }

    boolean certainlyOver() {
        return timeout.certainlyEnds(atLeast);
    }

    boolean certainlyKept() {
        return timeout.certainlyKeeps(atMost);
    }

    /** Whether the packet is sent to test the time-out. */
    boolean asksForIt() {
        return step.flaws().contains(Flaw.OPEN);
    }

    private static boolean goesOn(Step step) {
        return step.reference() == Reference.GIVEN
                && step.ack().isPresent()
                && ABOUT_TIME.containsAll(step.flaws())
                && step.is(PacketType.FRAGMENT)
                && step.request().contentRange().filter(step.before()::expects).isPresent();
    }

    private static Optional<Idle> of(Step step, CaseHistory history, SessionTimeout timeout) {
        List<Step> earlier = history.before(step).stream()
                .filter(one -> one.exchange().session() == step.exchange().session())
                .filter(one -> one.answer().isPresent())
                .toList();
        List<Step> progress = earlier.stream()
                .filter(one -> one.answer().filter(Answer::success).isPresent())
                .filter(one -> one.is(PacketType.CREATE_SESSION) || one.is(PacketType.FRAGMENT))
                .toList();
        if (progress.isEmpty()) {
            return Optional.empty();
        }
        Step before = earlier.get(earlier.size() - 1);
        Step last = progress.get(progress.size() - 1);
        return Optional.of(new Idle(
                step,
                step.exchange().timing().startedMicros()
                        - before.exchange().timing().endedMicros(),
                step.exchange().timing().endedMicros()
                        - last.exchange().timing().startedMicros(),
                timeout));
    }
}
