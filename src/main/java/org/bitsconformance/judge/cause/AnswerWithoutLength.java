package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer.Framing;

/** Answers state neither their length nor that the connection ends, and it does not end: a client waits for nothing. */
public final class AnswerWithoutLength implements CauseFinder {

    private static final int FEWEST = 2;

    @Override
    public String id() {
        return "answer-without-length";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> endless = evidence.steps(AnswerWithoutLength::endless);
        return endless.size() >= FEWEST
                ? Shown.at(
                        endless,
                        finding -> finding.requirement().startsWith("answer.content-length")
                                || finding.requirement().equals("answer.sent"))
                : Optional.empty();
    }

    private static boolean endless(Step step) {
        Ending ending = step.exchange().ending();
        return ending != Ending.CLOSED
                && ending != Ending.RESET
                && step.ack()
                        .filter(ack -> ack.framing() == Framing.UNTIL_CLOSE
                                && ack.headers().all("Connection").stream().noneMatch("close"::equalsIgnoreCase))
                        .isPresent();
    }
}
