package org.bitsconformance.cli;

import java.util.List;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.requirement.Requirement;

/** An entry of the catalogue as {@code requirements --format json} gives it: each component is a key. */
record RequirementEntry(
        String id,
        String level,
        String statement,
        List<SourceEntry> sources,
        String status,
        List<String> rules,
        List<String> scenarios,
        List<String> faults) {

    /** Every entry of the catalogue has a rule; a test of the book of rules holds it to that. */
    private static final String TESTED = "tested";

    record SourceEntry(String document, String section, String level) {}

    static RequirementEntry of(Requirement requirement, CoverageTable coverage) {
        return new RequirementEntry(
                requirement.id(),
                requirement.level(Dialect.ANY).name(),
                requirement.statement(),
                requirement.sources().stream()
                        .map(source -> new SourceEntry(
                                source.document().title(),
                                source.section(),
                                source.level().name()))
                        .toList(),
                TESTED,
                coverage.rules(requirement.id()),
                coverage.scenarios(requirement.id()),
                coverage.faults(requirement.id()));
    }
}
