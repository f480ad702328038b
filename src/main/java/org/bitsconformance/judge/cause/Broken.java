package org.bitsconformance.judge.cause;

import java.util.Set;

/**
 * A finding that says that a requirement is broken.
 *
 * @param requirement id of the requirement
 * @param caseId id of the case
 * @param exchange id of the deciding exchange, or empty
 * @param actual what was seen; may hold text from the server
 */
public record Broken(String requirement, String caseId, String exchange, String actual) {

    private static final Set<String> ANSWERED = Set.of("answer.sent", "answer.body-read");

    /** Whether it says that a field, or the HRESULT of an error, is not there. */
    public boolean saysMissing() {
        return actual.startsWith("no ") || actual.endsWith("no HRESULT");
    }

    /** Whether it is about the form of an answer, and not about what the server did with a packet. */
    public boolean ofForm() {
        return (requirement.startsWith("answer.") && !ANSWERED.contains(requirement))
                || (requirement.startsWith("error.") && !requirement.equals("error.code.execute-enabled"));
    }
}
