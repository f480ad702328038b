package org.bitsconformance.target;

import java.util.OptionalLong;

/**
 * What a run owes to its target beside the protocol.
 *
 * @param mostRequests how many requests may be sent; empty for any number
 * @param mostBytes how many bytes may be sent in requests; empty for any number
 * @param deletes whether finished uploads are deleted by an HTTP DELETE at their URL when their case has ended
 */
public record RunBudget(OptionalLong mostRequests, OptionalLong mostBytes, boolean deletes) {

    /** Nothing is limited, and finished uploads stay. */
    public static final RunBudget USUAL = new RunBudget(OptionalLong.empty(), OptionalLong.empty(), false);
}
