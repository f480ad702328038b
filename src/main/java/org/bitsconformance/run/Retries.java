package org.bitsconformance.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.Purpose;

/**
 * Decides which cases are driven again in a fresh session: those in which a binding requirement was broken, and those
 * in which a needed answer was missing. A silence costs the whole time limit, so after some cases were silent twice,
 * other silent cases are not repeated. Nor is a case if several cases have already confirmed everything that broke in
 * it, and none held when repeated; nor one in which a front end refuses or limits requests.
 */
final class Retries {

    /** How many silent cases of a run are repeated. */
    private static final int MOST_SILENCES = 2;

    /** How many cases must confirm that a requirement is broken. */
    private static final int ENOUGH_CASES = 4;

    private final int most;
    private final Map<String, Set<String>> before = new HashMap<>();
    private final Map<String, Integer> confirmed = new HashMap<>();
    private final Set<String> wavering = new HashSet<>();
    private int silences;

    /** {@code most} is how many times a case may be driven again. */
    Retries(int most) {
        this.most = most;
    }

    /**
     * Whether to drive a case again.
     *
     * @param drive attempt number, from 1
     * @param findings of this drive alone
     */
    boolean again(int drive, CaseEnd end, List<Finding> findings, List<Exchange> exchanges) {
        Set<String> broken = broken(end, findings);
        boolean failed = !broken.isEmpty();
        compare(end.caseId(), broken);
        boolean silent = failed && exchanges.stream().anyMatch(Retries::silent);
        if (silent && drive > 1) {
            silences++;
        }
        return failed
                && drive <= most
                && !(silent && silences >= MOST_SILENCES)
                && !broken.stream().allMatch(this::isSettled)
                && !refusedForGood(end, exchanges);
    }

    /** What failed: binding requirements, and the reason why a case broke off. */
    private static Set<String> broken(CaseEnd end, List<Finding> findings) {
        Set<String> broken = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .map(Finding::requirement)
                .collect(Collectors.toCollection(HashSet::new));
        if (end.ending() == Ending.PREREQUISITE_MISSING) {
            broken.add(end.reason());
        }
        return broken;
    }

    /** Compares an attempt with the previous one. */
    private void compare(String caseId, Set<String> broken) {
        Set<String> earlier = before.put(caseId, broken);
        if (earlier == null) {
            return;
        }
        earlier.stream().filter(one -> !broken.contains(one)).forEach(wavering::add);
        earlier.stream().filter(broken::contains).forEach(one -> confirmed.merge(one, 1, Integer::sum));
    }

    private boolean isSettled(String broken) {
        return confirmed.getOrDefault(broken, 0) >= ENOUGH_CASES && !wavering.contains(broken);
    }

    /** Whether a case ended at a front end that will give the same answer again: it refuses, or limits requests. */
    private static boolean refusedForGood(CaseEnd end, List<Exchange> exchanges) {
        return end.ending() == Ending.PREREQUISITE_MISSING
                && exchanges.stream()
                        .filter(exchange -> exchange.purpose().judged() || exchange.purpose() == Purpose.DOWNLOAD)
                        .reduce((first, second) -> second)
                        .flatMap(Exchange::received)
                        .filter(answer -> FrontEnd.answered(answer) && !FrontEnd.mayPass(answer))
                        .isPresent();
    }

    private static boolean silent(Exchange exchange) {
        return exchange.purpose().judged()
                && (exchange.ending() == Exchange.Ending.TIMED_OUT
                        || exchange.ending() == Exchange.Ending.SENDING_STALLED
                        || exchange.ending() == Exchange.Ending.CUT_OFF);
    }
}
