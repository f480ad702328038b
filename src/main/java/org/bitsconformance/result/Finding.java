package org.bitsconformance.result;

/**
 * What a rule found.
 *
 * @param requirement id of the requirement
 * @param rule name of the rule
 * @param verdict of this finding alone
 * @param caseId id of the case
 * @param exchange id of the deciding exchange, or empty
 * @param expected what should have been seen; empty unless something was broken
 * @param actual what was seen; empty unless something was broken; may hold text from the server
 * @param message in a sentence; empty where all is well
 * @param lookAt where in the server to look first; empty where the requirement's own advice is right
 */
public record Finding(
        String requirement,
        String rule,
        Verdict verdict,
        String caseId,
        String exchange,
        String expected,
        String actual,
        String message,
        String lookAt) {

    /** A finding for which the requirement's own advice is right. */
    public Finding(
            String requirement,
            String rule,
            Verdict verdict,
            String caseId,
            String exchange,
            String expected,
            String actual,
            String message) {
        this(requirement, rule, verdict, caseId, exchange, expected, actual, message, "");
    }

    /** Whether it says that something is not as required, known or not. */
    public boolean broken() {
        return verdict == Verdict.FAIL || verdict == Verdict.UNSTABLE || verdict == Verdict.WARN || known();
    }

    /** Whether it says that something is not as required, and the baseline knows of it. */
    public boolean known() {
        return verdict == Verdict.KNOWN;
    }

    /** Whether something was seen and judged. */
    public boolean judged() {
        return verdict != Verdict.INCOMPLETE && verdict != Verdict.SKIP;
    }

    /** The same, as a known failure. */
    Finding asKnown() {
        return new Finding(requirement, rule, Verdict.KNOWN, caseId, exchange, expected, actual, message, lookAt);
    }
}
