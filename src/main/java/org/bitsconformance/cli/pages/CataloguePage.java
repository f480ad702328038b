package org.bitsconformance.cli.pages;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.report.text.Markdown;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Chapter;
import org.bitsconformance.requirement.Fingerprints;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.requirement.Source;
import org.bitsconformance.requirement.Status;

/** The catalogue as a Markdown page: totals, and a table for each of its files. */
public final class CataloguePage {

    private static final String INTRODUCTION = """
        # Catalogue

        What the documents require, in the suite's own words. This page is generated: `bits-conformance requirements
        --format markdown` writes it. [catalogue-format.md](catalogue-format.md) says what levels, statuses and sentences
        are.

        """;

    private CataloguePage() {}

    /** The page of the requirements with one of these statuses. */
    public static String of(Catalogue catalogue, Fingerprints fingerprints, Set<Status> statuses) {
        List<Requirement> shown = selected(catalogue.all(), statuses);
        StringBuilder page = new StringBuilder(INTRODUCTION);
        totals(new RequirementTotals(shown), page);
        page.append("Of the %d normative sentences of MC-BUP, %d are cited.\n"
                .formatted(fingerprints.all().size(), catalogue.cited(fingerprints)));
        for (Chapter chapter : catalogue.chapters()) {
            List<Requirement> requirements = selected(chapter.requirements(), statuses);
            if (!requirements.isEmpty()) {
                chapter(chapter, requirements, page);
            }
        }
        shown.stream()
                .flatMap(requirement -> requirement.sources().stream())
                .filter(source -> source.in(Document.MC_BUP))
                .findFirst()
                .ifPresent(source ->
                        page.append("\n[MC-BUP]: ").append(source.url()).append('\n'));
        return page.toString();
    }

    private static List<Requirement> selected(List<Requirement> requirements, Set<Status> statuses) {
        return requirements.stream()
                .filter(requirement -> statuses.contains(requirement.status()))
                .toList();
    }

    private static void totals(RequirementTotals totals, StringBuilder page) {
        page.append("| level | any document | MC-BUP | Win32 |\n| --- | ---: | ---: | ---: |\n");
        totals.byLevel().forEach(row -> page.append(line(row)));
        page.append(line(totals.all())).append('\n');
        page.append("| status | any document | MC-BUP | Win32 |\n| --- | ---: | ---: | ---: |\n");
        totals.byStatus().forEach(row -> page.append(line(row)));
        page.append('\n');
    }

    private static String line(RequirementTotals.Row row) {
        return "| %s | %d | %d | %d |\n".formatted(row.label(), row.any(), row.mcBup(), row.win32());
    }

    private static void chapter(Chapter chapter, List<Requirement> requirements, StringBuilder page) {
        page.append("\n## ")
                .append(chapter.title())
                .append("\n\n`")
                .append(chapter.file())
                .append("`\n\n");
        page.append("| id | requirement | level | written in | status |\n| --- | --- | --- | --- | --- |\n");
        for (Requirement requirement : requirements) {
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            requirement.id(),
                            Markdown.escaped(requirement.statement()),
                            requirement.level(Dialect.ANY),
                            sources(requirement),
                            status(requirement)));
        }
    }

    private static String sources(Requirement requirement) {
        return requirement.sources().stream().map(CataloguePage::source).collect(Collectors.joining(", "));
    }

    private static String source(Source source) {
        String sentence =
                source.sentence().isPresent() ? "#" + source.sentence().getAsInt() : "";
        String link = source.in(Document.MC_BUP) ? "[MC-BUP]" : "(" + source.url() + ")";
        return "[%s%s]%s %s".formatted(source.citation(), sentence, link, source.level());
    }

    private static String status(Requirement requirement) {
        String side = requirement.binds() == Side.CLIENT ? " of clients" : "";
        return requirement.status().word()
                + side
                + requirement
                        .reason()
                        .map(reason -> ": " + Markdown.escaped(reason))
                        .orElse("");
    }
}
