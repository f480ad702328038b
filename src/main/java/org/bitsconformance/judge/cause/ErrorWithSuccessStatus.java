package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;

/** Refusals have status 200 and describe the error in their body; their header has no BITS field. */
public final class ErrorWithSuccessStatus implements CauseFinder {

    private static final int FEWEST = 2;

    @Override
    public String id() {
        return "error-with-success-status";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> successes =
                evidence.steps(step -> step.ack().filter(Answer::success).isPresent());
        List<Step> texts = successes.stream()
                .filter(step -> step.ack().filter(Outcomes::isText).isPresent())
                .toList();
        long acks = successes.stream()
                .filter(step -> step.ack().filter(Outcomes::isAck).isPresent())
                .count();
        List<Step> oddFirst = Stream.concat(
                        texts.stream().filter(step -> !step.shownFlaws().isEmpty()), texts.stream())
                .toList();
        Set<String> explained = evidence.withWake(texts);
        return texts.size() >= FEWEST && acks >= FEWEST
                ? Shown.by(oddFirst, finding -> explained.contains(finding.exchange()))
                : Optional.empty();
    }
}
