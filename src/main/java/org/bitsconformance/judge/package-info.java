/**
 * Rules judge the record. A rule is one fact: it holds, is broken, or does not apply; it reads what was seen and nothing
 * else, neither clock nor network. To add one, write a class in {@link org.bitsconformance.judge.ack}, {@link
 * org.bitsconformance.judge.session} or {@link org.bitsconformance.judge.download}, name its requirement, and list it in
 * {@code RuleBook}.
 */
package org.bitsconformance.judge;
