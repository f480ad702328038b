package org.bitsconformance.judge.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * An upload larger than the target's declared limit is refused, at any of its packets (MC-BUP 3.2.1.1; Win32
 * upload-limits). An upload that was not sent to its end, and not refused before, proves nothing.
 */
public final class LargeUploadIsRefused implements CaseRule {

    @Override
    public String requirement() {
        return "directory.maximum-upload-size";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        Map<Integer, Step> first = new LinkedHashMap<>();
        history.steps().stream()
                .filter(step -> OverLimitPackets.upload(step, context))
                .forEach(step -> first.putIfAbsent(step.exchange().session(), step));
        return first.values().stream()
                .map(step -> new Located(
                        history.caseId(),
                        step.exchange().id(),
                        judge(history.session(step.exchange().session()), context)))
                .toList();
    }

    private static Judgement judge(List<Step> packets, Context context) {
        if (packets.stream().filter(Step::belongsToSession).anyMatch(OverLimitPackets::refused)) {
            return Judgement.held();
        }
        long most = context.header().target().maxUpload().orElseThrow();
        Optional<Step> close = packets.stream()
                .filter(step ->
                        step.is(PacketType.CLOSE_SESSION) && step.before().complete())
                .filter(step -> step.answer().filter(Answer::success).isPresent())
                .findFirst();
        return close.isPresent()
                ? Judgement.broken(
                        "a refusal of one of its packets",
                        "every packet was answered with success, up to Close-Session",
                        "An upload of more than the " + most
                                + " bytes that the target declares as maxUpload was taken up to its Close-Session.")
                : Judgement.observed("An upload of more than the " + most
                        + " bytes that the target declares as maxUpload was not refused as far as it was sent.");
    }
}
