package org.bitsconformance.requirement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;

/**
 * A normative statement of the documents.
 *
 * @param id words that never change their meaning and are never reused
 * @param statement what must be done and by whom, in our own words
 * @param binds which side it is judged of; the server if the catalogue gives none
 * @param status whether the suite judges it; tested if the catalogue gives none
 * @param reason why it is not judged; empty if and only if it is tested
 * @param sources where it is written, at least one
 * @param lookAt what to look at in a server or client that breaks it; empty unless it is tested
 */
public record Requirement(
        String id,
        String statement,
        Side binds,
        Status status,
        Optional<String> reason,
        List<Source> sources,
        String lookAt) {

    /** How many citations are shown if space is short. */
    public static final int SHORT = 2;

    public Requirement {
        binds = binds == null ? Side.SERVER : binds;
        status = status == null ? Status.TESTED : status;
        lookAt = lookAt == null ? "" : lookAt;
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("a requirement has no id");
        }
        if (statement == null || statement.isBlank()) {
            throw new IllegalArgumentException(id + " has no statement");
        }
        if (sources == null || sources.isEmpty()) {
            throw new IllegalArgumentException(id + " has no source");
        }
        if (status == Status.TESTED) {
            checkTested(id, reason, lookAt);
        } else {
            checkNotTested(id, status, reason, lookAt);
        }
        sources = List.copyOf(sources);
    }

    private static void checkTested(String id, Optional<String> reason, String lookAt) {
        if (reason.isPresent()) {
            throw new IllegalArgumentException(id + " is tested and has a reason why it is not");
        }
        if (lookAt.isBlank()) {
            throw new IllegalArgumentException(id + " is tested and has no lookAt");
        }
    }

    private static void checkNotTested(String id, Status status, Optional<String> reason, String lookAt) {
        if (reason.filter(words -> !words.isBlank()).isEmpty()) {
            throw new IllegalArgumentException(id + " is " + status.word() + " and has no reason");
        }
        if (!lookAt.isEmpty()) {
            throw new IllegalArgumentException(id + " is " + status.word() + " and has a lookAt");
        }
    }

    /** Whether a rule judges it. */
    public boolean tested() {
        return status == Status.TESTED;
    }

    /** The strongest level of the sources that count under a dialect. */
    public Level level(Dialect dialect) {
        return decisive(dialect).stream()
                .map(Source::level)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * The sources that count under a dialect: those in the deciding document and in RFCs. All of them if the deciding
     * document is silent.
     */
    public List<Source> decisive(Dialect dialect) {
        Predicate<Source> deciding =
                source -> dialect.decidingDocument().map(source::in).orElse(true);
        return sources.stream().anyMatch(deciding)
                ? sources.stream().filter(deciding.or(Source::inRfc)).toList()
                : sources;
    }

    /** The first sources, and how many more {@code explain} lists, in one line. */
    public String shortCitations() {
        List<String> all = sources.stream().map(Source::citation).distinct().toList();
        String first = all.stream().limit(SHORT).collect(Collectors.joining("; "));
        return all.size() > SHORT ? first + " and " + (all.size() - SHORT) + " more: explain " + id : first;
    }

    /** All sources in one line. */
    public String citations() {
        return sources.stream().map(Source::citation).distinct().collect(Collectors.joining("; "));
    }
}
