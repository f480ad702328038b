package org.bitsconformance.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.ScenarioResult;
import org.bitsconformance.result.Verdict;

/**
 * The cases in which a requirement fails, as globs.
 *
 * @param globs none if it fails in every case that judged it, or in the run as a whole
 */
public record FailingCases(List<String> globs) {

    /** Whether a finding fails the run. */
    public static boolean fails(Finding finding) {
        return finding.verdict() == Verdict.FAIL || finding.verdict() == Verdict.UNSTABLE;
    }

    /** The failing cases; a scenario becomes one glob if all its cases that judged the requirement failed. */
    public static FailingCases of(RequirementResult requirement, RunResult result) {
        String id = requirement.requirement().id();
        Set<String> failing = requirement.findings().stream()
                .filter(FailingCases::fails)
                .map(Finding::caseId)
                .collect(Collectors.toSet());
        List<CaseResult> judging = judging(id, result.cases());
        if (failing.contains("") || judging.stream().map(CaseResult::id).allMatch(failing::contains)) {
            return new FailingCases(List.of());
        }
        List<String> globs = new ArrayList<>();
        for (ScenarioResult scenario : result.scenarios()) {
            List<String> judged =
                    judging(id, scenario.cases()).stream().map(CaseResult::id).toList();
            List<String> failed = scenario.cases().stream()
                    .map(CaseResult::id)
                    .filter(failing::contains)
                    .toList();
            String prefix = scenario.id() + ".";
            if (failed.size() > 1
                    && failing.containsAll(judged)
                    && failed.stream().allMatch(one -> one.startsWith(prefix))) {
                globs.add(prefix + "*");
            } else {
                globs.addAll(failed);
            }
        }
        return new FailingCases(globs);
    }

    private static List<CaseResult> judging(String requirement, List<CaseResult> cases) {
        return cases.stream()
                .filter(one -> one.findings().stream()
                        .anyMatch(finding -> finding.requirement().equals(requirement) && finding.judged()))
                .toList();
    }
}
