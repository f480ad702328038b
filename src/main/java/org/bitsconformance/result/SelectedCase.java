package org.bitsconformance.result;

import java.util.List;
import java.util.Map;

/**
 * A case that a run has selected.
 *
 * @param id of the case
 * @param scenario id of its scenario
 * @param scenarioTitle title of its scenario
 * @param parameters name and value, in the order of the scenario's table
 * @param requirements ids of the requirements that it exists to exercise
 */
public record SelectedCase(
        String id, String scenario, String scenarioTitle, Map<String, String> parameters, List<String> requirements) {}
