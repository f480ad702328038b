package org.bitsconformance.judge.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.CaseEnd;

/**
 * A requirement that a case exists to exercise but that no rule judged, because a packet of the case left it open. The
 * finding reports that reason.
 */
final class LeftOpen {

    private static final String DELIVERY = "delivery.";

    private LeftOpen() {}

    /** An observation for each such requirement; none if the case broke off for another reason. */
    static List<Judged> of(CaseHistory history, List<Judged> judged, Context context) {
        Optional<Step> opening =
                history.steps().stream().filter(step -> why(step).isPresent()).findFirst();
        boolean came = history.end().ending() == CaseEnd.Ending.DRIVEN;
        if (opening.isEmpty() || !came) {
            return List.of();
        }
        Set<String> said = judged.stream().map(Judged::requirement).collect(Collectors.toSet());
        String reason = "Not judged in this case: " + why(opening.get()).orElseThrow() + ".";
        List<Judged> open = new ArrayList<>();
        for (String requirement : history.start().exercises()) {
            if (!said.contains(requirement)) {
                boolean unseen = requirement.startsWith(DELIVERY) && !context.uploadSeen();
                open.add(new Judged(
                        requirement,
                        LeftOpen.class.getSimpleName(),
                        new Located(
                                history.caseId(),
                                opening.get().exchange().id(),
                                unseen ? Judgement.skipped(reason) : Judgement.observed(reason))));
            }
        }
        return open;
    }

    private static Optional<String> why(Step step) {
        return step.leftOpen().or(() -> step.after().leftOpenBy());
    }
}
