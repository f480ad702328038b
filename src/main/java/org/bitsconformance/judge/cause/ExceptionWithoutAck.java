package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * Failures are answered below the protocol: by an error that is not an Ack or, if something in the packet is missing or
 * odd, by the end of the connection. Successes are answered by an Ack.
 */
public final class ExceptionWithoutAck implements CauseFinder {

    private static final int FEWEST = 2;
    private static final int MOST = 80;

    @Override
    public String id() {
        return "exception-without-ack";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> successes =
                evidence.steps(step -> step.ack().filter(Answer::success).isPresent());
        boolean otherwiseAcks = Contrast.share(
                        successes, step -> step.ack().filter(Outcomes::isAck).isPresent())
                >= MOST;
        boolean html = ErrorsAreHtml.shown(evidence);
        Map<Optional<PacketType>, Boolean> sound = evidence
                .steps(step -> step.shownFlaws().isEmpty())
                .stream()
                .collect(Collectors.toMap(
                        step -> step.request().packetType(),
                        step -> step.answer().isPresent(),
                        Boolean::logicalOr));
        List<Step> bare = evidence.steps(
                step -> isBare(step, html) || (droppedForItsForm(step, evidence) && mayBeAnswered(step, sound)));
        if (!otherwiseAcks || bare.size() < FEWEST) {
            return Optional.empty();
        }
        Set<String> odd = Shown.ids(
                bare.stream().filter(step -> !step.shownFlaws().isEmpty()).toList());
        return Shown.at(
                Stream.concat(
                                bare.stream()
                                        .filter(step ->
                                                odd.contains(step.exchange().id())),
                                bare.stream())
                        .toList(),
                finding -> finding.ofForm() || finding.saysMissing() || odd.contains(finding.exchange()));
    }

    /** An error that nothing marks as an Ack; if all errors are HTML, that is another cause. */
    private static boolean isBare(Step step, boolean html) {
        return Outcomes.error(step)
                && step.ack()
                        .filter(ack -> !Outcomes.isAck(ack)
                                && !HeaderMisspelt.misspells(ack, BitsHeaders.PACKET_TYPE)
                                && !(html && Outcomes.isHtml(ack)))
                        .isPresent();
    }

    /** Whether a faultless packet of the same type was answered, or none was sent. */
    private static boolean mayBeAnswered(Step step, Map<Optional<PacketType>, Boolean> sound) {
        return sound.getOrDefault(step.request().packetType(), true);
    }

    private static boolean droppedForItsForm(Step step, Evidence evidence) {
        return Outcomes.dropped(step)
                && !step.shownFlaws().isEmpty()
                && evidence.broken(step, finding -> finding.requirement().equals("answer.sent"));
    }
}
