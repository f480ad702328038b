package org.bitsconformance.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;

/** Notices that a target has stopped answering, and after which case. */
final class LastAnswers {

    /** A run stops after this many consecutive cases whose target no longer answered. */
    private static final int DEAD_CASES_TO_STOP = 2;

    private final List<String> dead = new ArrayList<>();
    private String lastAnswered = "";

    /** Notes the end of a case; returns the reason if the run should now stop. */
    Optional<String> ended(CaseEnd end, List<Exchange> exchanges) {
        if (end.ending() != CaseEnd.Ending.TARGET_DEAD) {
            dead.clear();
        }
        if (exchanges.stream().anyMatch(exchange -> exchange.ending() == Exchange.Ending.ANSWERED)) {
            lastAnswered = end.caseId();
        }
        if (end.ending() == CaseEnd.Ending.TARGET_DEAD) {
            dead.add(end.caseId());
        }
        return dead.size() == DEAD_CASES_TO_STOP
                ? Optional.of("the target stopped answering " + since())
                : Optional.empty();
    }

    private String since() {
        String both = "neither " + dead.get(0) + " nor " + dead.get(1);
        if (dead.contains(lastAnswered)) {
            return "in " + lastAnswered + ": " + both + " could be driven to its end";
        }
        return (lastAnswered.isEmpty() ? "before the first case: " : "after " + lastAnswered + ": ") + both
                + " got an answer";
    }
}
