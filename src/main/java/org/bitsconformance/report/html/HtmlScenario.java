package org.bitsconformance.report.html;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.ScenarioResult;
import org.bitsconformance.result.Verdict;

/**
 * A scenario and its cases.
 *
 * @param summary how many cases have which verdict
 * @param open whether the cases are unfolded at first
 */
record HtmlScenario(ScenarioResult result, String summary, boolean open, List<HtmlCase> cases) {

    /** All scenarios, in order; the worst cases get space first. */
    static List<HtmlScenario> all(List<ScenarioResult> scenarios, HtmlExchanges exchanges, PageBudget space) {
        Map<String, HtmlCase> cases = new HashMap<>();
        scenarios.stream()
                .flatMap(scenario -> scenario.cases().stream())
                .sorted(Comparator.comparing(CaseResult::verdict))
                .forEachOrdered(one -> cases.put(one.id(), HtmlCase.of(one, exchanges, space)));
        return scenarios.stream().map(scenario -> of(scenario, cases)).toList();
    }

    private static HtmlScenario of(ScenarioResult scenario, Map<String, HtmlCase> cases) {
        return new HtmlScenario(
                scenario,
                summary(scenario),
                scenario.verdict().compareTo(Verdict.KNOWN) < 0,
                scenario.cases().stream().map(one -> cases.get(one.id())).toList());
    }

    private static String summary(ScenarioResult scenario) {
        Map<Verdict, Long> counts = scenario.cases().stream()
                .collect(Collectors.groupingBy(CaseResult::verdict, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
    }
}
