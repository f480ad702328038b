package org.bitsconformance.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;

/** Requirements and cases that were skipped, or are incomplete, for the same reason. */
record HtmlUnjudged(String verdict, String reason, List<String> requirements, List<String> cases) {

    private static final int LONGEST_REASON = 300;

    private record Key(Verdict verdict, String reason) {}

    static List<HtmlUnjudged> of(RunResult result) {
        Map<Key, HtmlUnjudged> groups = new LinkedHashMap<>();
        for (Verdict verdict : List.of(Verdict.INCOMPLETE, Verdict.SKIP)) {
            for (RequirementResult one : result.requirements()) {
                if (one.verdict() == verdict) {
                    group(groups, verdict, one.reason())
                            .requirements()
                            .add(one.requirement().id());
                }
            }
            for (CaseResult one : result.cases()) {
                if (one.verdict() == verdict) {
                    group(groups, verdict, one.reason()).cases().add(one.id());
                }
            }
        }
        return List.copyOf(groups.values());
    }

    private static HtmlUnjudged group(Map<Key, HtmlUnjudged> groups, Verdict verdict, String reason) {
        return groups.computeIfAbsent(
                new Key(verdict, reason),
                key -> new HtmlUnjudged(
                        verdict.word(), Printable.cut(reason, LONGEST_REASON), new ArrayList<>(), new ArrayList<>()));
    }
}
