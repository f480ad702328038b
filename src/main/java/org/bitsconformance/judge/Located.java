package org.bitsconformance.judge;

/**
 * A judgement and what it is about.
 *
 * @param caseId id of the case
 * @param exchange id of the deciding exchange, or empty
 * @param judgement what the rule says
 */
public record Located(String caseId, String exchange, Judgement judgement) {}
