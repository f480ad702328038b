/**
 * Rules judge the record. A rule is one fact: it holds, is broken, or does not apply; it reads what was seen and nothing
 * else, neither clock nor network. To add one, write a class in {@link org.bitsconformance.rule.ack}, {@link
 * org.bitsconformance.rule.session} or {@link org.bitsconformance.rule.download}, name its requirement, and list it in
 * {@code RuleBook}.
 */
package org.bitsconformance.rule;
