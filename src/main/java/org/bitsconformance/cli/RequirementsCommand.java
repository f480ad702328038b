package org.bitsconformance.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bitsconformance.cli.console.Wrapped;
import org.bitsconformance.cli.pages.CataloguePage;
import org.bitsconformance.cli.pages.CoverageTable;
import org.bitsconformance.cli.pages.RequirementEntry;
import org.bitsconformance.cli.pages.RequirementTotals;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Fingerprints;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.requirement.Status;
import org.bitsconformance.result.Counted;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code requirements}: the catalogue and how each entry is covered. */
@Command(
        name = "requirements",
        description = {
            "Lists the catalogue: what the documents require, and which of it is judged.",
            "Each entry shows its level, its sources, and what covers it or why it is not judged."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80)
final class RequirementsCommand implements Callable<Integer> {

    private static final int WIDTH = 79;
    private static final String MARGIN = " ".repeat(8);

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "NAME", description = "text (default), json or markdown.")
    private String format = "text";

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = {
                "Only requirements with this status:",
                "tested, waiting, client-side, not-observable",
                "or informative; repeatable."
            })
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() throws JsonProcessingException {
        Catalogue catalogue = Catalogue.load();
        Set<Status> statuses = statuses();
        List<Requirement> requirements = catalogue.all().stream()
                .filter(requirement -> statuses.contains(requirement.status()))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case "json" ->
                out.println(JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .defaultPropertyInclusion(
                                JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                        .build()
                        .writeValueAsString(entries(requirements)));
            case "markdown" -> out.print(CataloguePage.of(catalogue, Fingerprints.load(), statuses));
            case "text" -> {
                entries(requirements).forEach(entry -> print(entry, out));
                totals(new RequirementTotals(requirements), out);
            }
            default -> throw new UsageException("--format must be text, json or markdown, not \"" + format + "\"");
        }
        out.flush();
        return 0;
    }

    private Set<Status> statuses() {
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        for (String word : words) {
            statuses.add(Status.named(word)
                    .orElseThrow(() -> new UsageException("--status must be one of "
                            + Arrays.stream(Status.values()).map(Status::word).collect(Collectors.joining(", "))
                            + ", not \"" + word + "\"")));
        }
        return statuses.isEmpty() ? EnumSet.allOf(Status.class) : statuses;
    }

    private static List<RequirementEntry> entries(List<Requirement> requirements) {
        CoverageTable coverage = CoverageTable.load();
        return requirements.stream()
                .map(requirement -> RequirementEntry.of(requirement, coverage))
                .toList();
    }

    private static void print(RequirementEntry entry, PrintWriter out) {
        out.println("%-7s %s  (%s)".formatted(entry.level(), entry.id(), entry.status()));
        String sources = entry.sources().stream()
                .map(source -> source.document() + " " + source.section() + " (" + source.level() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        String covered = entry.reason()
                .map("not judged: "::concat)
                .orElseGet(() -> Counted.of(entry.rules().size(), "rule") + ", exercised by "
                        + Counted.of(entry.scenarios().size(), "scenario") + ", broken by "
                        + Counted.of(entry.faults().size(), "fault"));
        for (String text : List.of(entry.statement(), sources, covered)) {
            Wrapped.lines(text, WIDTH - MARGIN.length()).forEach(line -> out.println(MARGIN + line));
        }
        out.println();
    }

    private static void totals(RequirementTotals totals, PrintWriter out) {
        out.println("%-14s %8s %8s %8s".formatted("level", "any", "MC-BUP", "Win32"));
        totals.byLevel().forEach(row -> out.println(line(row)));
        out.println(line(totals.all()));
        out.println();
        out.println("%-14s %8s %8s %8s".formatted("status", "any", "MC-BUP", "Win32"));
        totals.byStatus().stream().filter(row -> row.any() > 0).forEach(row -> out.println(line(row)));
    }

    private static String line(RequirementTotals.Row row) {
        return "%-14s %8d %8d %8d".formatted(row.label(), row.any(), row.mcBup(), row.win32());
    }
}
