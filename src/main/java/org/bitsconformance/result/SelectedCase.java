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
        String id, String scenario, String scenarioTitle, Map<String, String> parameters, List<String> requirements) {

    /** The scenario of words: nobody knows beforehand what a word leads to, so all its findings count for its case. */
    public static final String OF_WORDS = "learned";

    /** The scenario of uploads that somebody else's client sent; all that is found in one counts for its case. */
    public static final String OBSERVED = "observed";

    /** The parameter of an observed case that names its client. */
    public static final String CLIENT = "client";

    /** The parameter of an observed case that names what its client was confronted with. */
    public static final String STIMULUS = "stimulus";

    /** Whether findings about a requirement count for this case, instead of being seen only in passing. */
    public boolean isAbout(String requirement) {
        return scenario.equals(OF_WORDS) || scenario.equals(OBSERVED) || requirements.contains(requirement);
    }
}
