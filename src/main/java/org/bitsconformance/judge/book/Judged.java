package org.bitsconformance.judge.book;

import org.bitsconformance.judge.Judgement;

/**
 * What a rule said of one thing that it is about.
 *
 * @param requirement id of the rule's requirement
 * @param rule name of the rule
 * @param caseId id of the case
 * @param exchange id of the deciding exchange, or empty
 * @param judgement never {@link Judgement.OutOfScope}
 */
public record Judged(String requirement, String rule, String caseId, String exchange, Judgement judgement) {}
