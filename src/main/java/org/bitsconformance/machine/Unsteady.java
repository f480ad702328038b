package org.bitsconformance.machine;

import java.util.List;
import java.util.Map;

/**
 * A word whose last symbol was answered differently at different times.
 *
 * @param word the shortest such word
 * @param answers how often each answer came
 */
public record Unsteady(List<String> word, Map<String, Integer> answers) {}
