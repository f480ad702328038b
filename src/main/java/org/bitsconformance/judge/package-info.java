/**
 * Rules judge the record. A rule is one fact: it holds, is broken, or does not apply. It reads only the record, never
 * the clock or the network. Each of the packages {@link org.bitsconformance.judge.ack},
 * {@link org.bitsconformance.judge.create}, {@link org.bitsconformance.judge.session},
 * {@link org.bitsconformance.judge.application} and {@link org.bitsconformance.judge.download} has one table with all
 * of its rules; to add one, write a row there, or a class and its line.
 */
package org.bitsconformance.judge;
