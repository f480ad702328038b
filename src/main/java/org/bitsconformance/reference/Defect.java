package org.bitsconformance.reference;

/**
 * What makes a {@link Fault}.
 *
 * @param title what the server does, in one line without a full stop
 * @param tellTale words that a judge's finding about it contains
 */
record Defect(String title, String tellTale, Conduct conduct) {}
