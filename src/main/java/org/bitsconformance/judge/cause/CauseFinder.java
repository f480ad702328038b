package org.bitsconformance.judge.cause;

import java.util.Optional;

/**
 * Looks for one defect in the record of a whole run. Names it only if the record leaves no other explanation; if two
 * defects would look the same, it names neither.
 */
public interface CauseFinder {

    /** Id of the cause, words joined by hyphens; {@code catalogue/causes.yaml} has its title and what to change. */
    String id();

    /** What shows the defect; empty if the record does not show it, or leaves open whether it is this one. */
    Optional<Shown> find(Evidence evidence);
}
