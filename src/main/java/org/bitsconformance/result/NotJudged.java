package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.capture.Capture;

/** What the verdict of a run does not cover, in a few words each. */
final class NotJudged {

    /** Requirements which say that finished uploads arrive; the second applies if a server application has a say. */
    private static final Set<String> DELIVERY = Set.of("delivery.complete", "notification.copied");

    private NotJudged() {}

    static List<String> of(
            RunHeader header,
            List<String> notices,
            List<RequirementResult> requirements,
            Collection<CaseResult> cases,
            ShardScope scope) {
        List<String> missing = new ArrayList<>(scope.notes());
        notices.stream().distinct().forEach(missing::add);
        if (header.cases().plan().equals(Capture.PLAN)) {
            missing.add("bytes on the wire not judged");
        }
        List<RequirementResult> delivery = requirements.stream()
                .filter(result -> DELIVERY.contains(result.requirement().id()))
                .toList();
        if (!delivery.isEmpty() && delivery.stream().allMatch(result -> result.judged() == 0)) {
            missing.add("delivery not judged");
        }
        long inTheWake = cases.stream()
                .filter(one -> one.findings().stream()
                        .anyMatch(finding -> finding.rule().equals(CaseAttempts.IN_THE_WAKE)))
                .count();
        if (inTheWake > 0) {
            missing.add(Counted.of(inTheWake, "case") + " not judged in full, for known failures");
        }
        HiddenDrops.among(cases).ifPresent(missing::add);
        return List.copyOf(missing);
    }
}
