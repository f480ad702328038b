package org.bitsconformance.cli.pages;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.requirement.Requirement;

/**
 * An entry of the catalogue in {@code requirements --format json}; each component is a key, and empty ones are left
 * out.
 */
public record RequirementEntry(
        String id,
        String level,
        String statement,
        List<SourceEntry> sources,
        String status,
        Optional<String> reason,
        List<String> rules,
        List<String> scenarios,
        List<String> faults) {

    public record SourceEntry(String document, String section, OptionalInt sentence, String level) {}

    public static RequirementEntry of(Requirement requirement, CoverageTable coverage) {
        return new RequirementEntry(
                requirement.id(),
                requirement.level(Dialect.ANY).name(),
                requirement.statement(),
                requirement.sources().stream()
                        .map(source -> new SourceEntry(
                                source.document(),
                                source.section(),
                                source.sentence(),
                                source.level().name()))
                        .toList(),
                requirement.status().word(),
                requirement.reason(),
                coverage.rules(requirement.id()),
                coverage.scenarios(requirement.id()),
                coverage.faults(requirement.id()));
    }
}
