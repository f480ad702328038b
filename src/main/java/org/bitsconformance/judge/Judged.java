package org.bitsconformance.judge;

/**
 * A judgement with its rule and what it is about. Reports show this record.
 *
 * @param requirement id of the rule's requirement
 * @param rule name of the rule
 * @param located what the rule says, never {@link Judgement.OutOfScope}, and what about
 */
public record Judged(String requirement, String rule, Located located) {

    /** Id of the case; empty for the run as a whole. */
    public String caseId() {
        return located.caseId();
    }

    /** Id of the deciding exchange, or empty. */
    public String exchange() {
        return located.exchange();
    }

    public Judgement judgement() {
        return located.judgement();
    }

    /** The same rule about the same thing, with another judgement. */
    public Judged saying(Judgement other) {
        return new Judged(requirement, rule, new Located(caseId(), exchange(), other));
    }
}
