/**
 * The language of the rule tables: rows that say when a rule applies to an Ack
 * ({@link org.bitsconformance.judge.table.Condition}) and what the Ack must be like then
 * ({@link org.bitsconformance.judge.table.Then}).
 */
package org.bitsconformance.judge.table;
