package org.bitsconformance.requirement;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.Dialect;

/**
 * A normative statement of the documents.
 *
 * @param id words that never change their meaning and are never used again
 * @param statement what a server is to do, in our own words
 * @param sources where it is written, at least one
 * @param lookAt what to look at in a server that breaks it
 */
public record Requirement(String id, String statement, List<Source> sources, String lookAt) {

    public Requirement {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(id + " has no source");
        }
    }

    /** The strongest level of the sources that a dialect judges by. */
    public Level level(Dialect dialect) {
        return decisive(dialect).stream()
                .map(Source::level)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The sources that a dialect judges by: those of the document that decides, or all where it is silent. */
    public List<Source> decisive(Dialect dialect) {
        List<Source> admitted = sources.stream()
                .filter(source -> dialect.admits(source.document()))
                .toList();
        return admitted.isEmpty() ? sources : admitted;
    }

    /** All sources as one line. */
    public String citations() {
        return sources.stream().map(Source::citation).collect(Collectors.joining("; "));
    }
}
