package org.bitsconformance.transcript;

/**
 * From here on the run does something differently, because the target left it no choice.
 *
 * @param text what and why, in a few plain words, without a full stop
 */
public record RunNotice(String text) implements Event {}
