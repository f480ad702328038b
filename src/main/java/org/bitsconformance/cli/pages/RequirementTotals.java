package org.bitsconformance.cli.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.requirement.Level;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.requirement.Source;
import org.bitsconformance.requirement.Status;

/** How many requirements there are: in total, in MC-BUP and in the Win32 pages. */
public final class RequirementTotals {

    private final List<Requirement> requirements;

    public RequirementTotals(List<Requirement> requirements) {
        this.requirements = requirements;
    }

    /**
     * A line of totals.
     *
     * @param any requirements of any document; {@code mcBup} and {@code win32} count those of one document
     */
    public record Row(String label, long any, long mcBup, long win32) {}

    /** A row for each level: the strongest of all sources, and the strongest in each document. */
    public List<Row> byLevel() {
        return Arrays.stream(Level.values())
                .map(level -> new Row(
                        level.name(),
                        count(one -> one.level(Dialect.ANY) == level),
                        count(one -> strongest(one, Document.MC_BUP)
                                .filter(level::equals)
                                .isPresent()),
                        count(one -> strongest(one, Document.WIN32)
                                .filter(level::equals)
                                .isPresent())))
                .toList();
    }

    /** A row for each status; what is tested of clients is a row of its own, after what is tested of servers. */
    public List<Row> byStatus() {
        return Arrays.stream(Status.values())
                .flatMap(status -> status == Status.TESTED
                        ? Stream.of(
                                row(status.word(), one -> one.tested() && one.binds() == Side.SERVER),
                                row("client-tested", one -> one.tested() && one.binds() == Side.CLIENT))
                        : Stream.of(row(status.word(), one -> one.status() == status)))
                .toList();
    }

    /** The row of all requirements. */
    public Row all() {
        return row("all", one -> true);
    }

    private Row row(String label, Predicate<Requirement> which) {
        return new Row(
                label,
                count(which),
                count(which.and(one -> strongest(one, Document.MC_BUP).isPresent())),
                count(which.and(one -> strongest(one, Document.WIN32).isPresent())));
    }

    private long count(Predicate<Requirement> which) {
        return requirements.stream().filter(which).count();
    }

    private static Optional<Level> strongest(Requirement requirement, Document document) {
        return requirement.sources().stream()
                .filter(source -> source.in(document))
                .map(Source::level)
                .min(Comparator.naturalOrder());
    }
}
