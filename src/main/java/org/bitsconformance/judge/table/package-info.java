/**
 * What the tables of rules are written in: rows that say when a rule is about an Ack ({@link
 * org.bitsconformance.judge.table.Condition}) and what the Ack has to be like then ({@link org.bitsconformance.judge.table.Then}).
 */
package org.bitsconformance.judge.table;
