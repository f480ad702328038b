package org.bitsconformance.transcript;

/**
 * The run does something otherwise from here on, since the target left it no choice.
 *
 * @param text what and why, in a few plain words, without a full stop
 */
public record RunNotice(String text) implements Event {}
