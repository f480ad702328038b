package org.bitsconformance.transcript;

import java.util.List;
import java.util.Map;

/**
 * The start of a case: one scenario with one set of parameters.
 *
 * @param caseId the case's id, safe as a file name
 * @param scenario the scenario's id
 * @param parameters name and value of each parameter, in the order of the scenario's table
 * @param exercises ids of the requirements that the case exists to exercise
 * @param drive 1, or more if the case is driven again because it failed
 */
public record CaseStart(
        String caseId, String scenario, Map<String, String> parameters, List<String> exercises, int drive)
        implements Event {}
