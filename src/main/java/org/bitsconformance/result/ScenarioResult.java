package org.bitsconformance.result;

import java.util.List;

/**
 * The result of a scenario.
 *
 * @param id of the scenario
 * @param title in a few words
 * @param cases in the order in which they were driven
 */
public record ScenarioResult(String id, String title, List<CaseResult> cases) {

    /** The worst of its cases. */
    public Verdict verdict() {
        return Verdict.worst(cases.stream().map(CaseResult::verdict).toList());
    }
}
