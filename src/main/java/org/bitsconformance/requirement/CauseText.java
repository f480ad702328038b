package org.bitsconformance.requirement;

/**
 * The text of a cause: a defect that can explain several broken requirements.
 *
 * @param id of the cause, words joined by hyphens
 * @param title the defect in one sentence
 * @param change what to change in the server, in a few sentences
 */
public record CauseText(String id, String title, String change) {}
