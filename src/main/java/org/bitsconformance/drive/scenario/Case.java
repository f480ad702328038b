package org.bitsconformance.drive.scenario;

import java.util.Map;

/**
 * A scenario with one set of parameters.
 *
 * @param id the scenario's id and the parameters, safe as a file name, such as {@code upload-in-fragments.size=5000}
 * @param scenario id of the scenario
 * @param parameters name and value, in the order of the table
 */
public record Case(String id, String scenario, Map<String, String> parameters) {

    /**
     * The value of a whole-number parameter.
     *
     * @throws IllegalArgumentException when the table has no such parameter
     */
    public long number(String name) {
        return Long.parseLong(text(name));
    }

    /**
     * The value of a parameter, as written in the table.
     *
     * @throws IllegalArgumentException when the table has no such parameter
     */
    public String text(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("scenario " + scenario + " has no parameter " + name);
        }
        return value;
    }

    /** The id, which JUnit shows as the name of the test. */
    @Override
    public String toString() {
        return id;
    }
}
