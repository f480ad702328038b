package org.bitsconformance.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The title of that scenario. */
    public static final String OBSERVED_TITLE = "Uploads by observed clients";

    /** The requirement that is judged of each packet of a client, so that no case without packets counts as judged. */
    public static final String OF_CLIENTS = "packet.type";

    /** The parameter of an observed case that names its client. */
    public static final String CLIENT = "client";

    /** The parameter of an observed case that names what its client was confronted with. */
    public static final String STIMULUS = "stimulus";

    /** The id of the case of an observed client that is run to meet a stimulus. */
    public static String ofStimulus(String stimulus) {
        return OBSERVED + "." + STIMULUS + "=" + stimulus;
    }

    /** The case of a stimulus that no client has met yet; empty for an id that is not of {@link #ofStimulus}. */
    public static Optional<SelectedCase> unmet(String id) {
        String stem = ofStimulus("");
        return id.startsWith(stem)
                ? Optional.of(new SelectedCase(
                        id,
                        OBSERVED,
                        OBSERVED_TITLE,
                        Map.of(STIMULUS, id.substring(stem.length())),
                        List.of(OF_CLIENTS)))
                : Optional.empty();
    }

    /** The id of the nth case of observed clients that come by themselves, from 1. */
    public static String numberedUpload(int number) {
        return OBSERVED + "-" + number;
    }

    /** Whether an id is that of a case of observed clients that come by themselves. */
    public static boolean isNumberedUpload(String id) {
        return id.matches(OBSERVED + "-[1-9]\\d{0,8}");
    }

    /** Whether findings about a requirement count for this case, instead of being seen only in passing. */
    public boolean isAbout(String requirement) {
        return scenario.equals(OF_WORDS) || scenario.equals(OBSERVED) || requirements.contains(requirement);
    }
}
