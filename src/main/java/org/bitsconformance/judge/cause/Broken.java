package org.bitsconformance.judge.cause;

import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;

/**
 * A finding that a requirement is broken.
 *
 * @param judged the whole judgement
 * @param seen its broken part
 */
public record Broken(Judged judged, Judgement.Broken seen) {

    private static final Set<String> ANSWERED = Set.of("answer.sent", "answer.body-read");

    /** A judgement as a finding; empty unless it says that something is broken. */
    public static Optional<Broken> of(Judged judged) {
        return judged.judgement() instanceof Judgement.Broken seen
                ? Optional.of(new Broken(judged, seen))
                : Optional.empty();
    }

    /** Id of the requirement. */
    public String requirement() {
        return judged.requirement();
    }

    /** Id of the case; empty for the run as a whole. */
    public String caseId() {
        return judged.caseId();
    }

    /** Id of the deciding exchange, or empty. */
    public String exchange() {
        return judged.exchange();
    }

    /** What was seen; may hold text from the server. */
    public String actual() {
        return seen.actual();
    }

    /** Whether it says that a field, or the HRESULT of an error, is missing. */
    public boolean saysMissing() {
        return actual().startsWith("no ") || actual().endsWith("no HRESULT");
    }

    /** Whether it is about the form of an answer, instead of what the server did with a packet. */
    public boolean ofForm() {
        return (requirement().startsWith("answer.") && !ANSWERED.contains(requirement()))
                || (requirement().startsWith("error.") && !requirement().equals("error.code.execute-enabled"));
    }
}
