package org.bitsconformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Level;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.requirement.Source;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code requirements}: the catalogue and how each entry is covered. */
@Command(
        name = "requirements",
        description = {
            "Lists the catalogue: what the documents require, at which level, where it is",
            "written and how it is covered."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80)
final class RequirementsCommand implements Callable<Integer> {

    private static final int WIDTH = 79;
    private static final String MARGIN = " ".repeat(8);

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "NAME", description = "text (default) or json.")
    private String format = "text";

    @Override
    public Integer call() throws JsonProcessingException {
        List<Requirement> requirements = Catalogue.load().all();
        CoverageTable coverage = CoverageTable.load();
        List<RequirementEntry> entries = requirements.stream()
                .map(requirement -> RequirementEntry.of(requirement, coverage))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case "json" ->
                out.println(JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(entries));
            case "text" -> {
                entries.forEach(entry -> print(entry, out));
                totals(requirements, entries, out);
            }
            default -> throw new UsageException("--format must be text or json, not \"" + format + "\"");
        }
        out.flush();
        return 0;
    }

    private static void print(RequirementEntry entry, PrintWriter out) {
        out.println("%-7s %s  (%s)".formatted(entry.level(), entry.id(), entry.status()));
        String sources = entry.sources().stream()
                .map(source -> source.document() + " " + source.section() + " (" + source.level() + ")")
                .collect(Collectors.joining(", "));
        String covered = count(entry.rules(), "rule") + ", exercised by " + count(entry.scenarios(), "scenario")
                + ", broken by " + count(entry.faults(), "fault");
        for (String text : List.of(entry.statement(), sources, covered)) {
            Wrapped.lines(text, WIDTH - MARGIN.length()).forEach(line -> out.println(MARGIN + line));
        }
        out.println();
    }

    private static void totals(List<Requirement> requirements, List<RequirementEntry> entries, PrintWriter out) {
        out.println("%-12s %8s %8s %8s".formatted("level", "any", "MC-BUP", "Win32"));
        for (Level level : Level.values()) {
            long any = requirements.stream()
                    .filter(one -> one.level(Dialect.ANY) == level)
                    .count();
            out.println(row(
                    level.name(),
                    any,
                    in(requirements, Document.MC_BUP, level),
                    in(requirements, Document.WIN32, level)));
        }
        out.println(
                row("all", requirements.size(), in(requirements, Document.MC_BUP), in(requirements, Document.WIN32)));
        out.println();
        Map<String, Long> byStatus = entries.stream()
                .collect(Collectors.groupingBy(RequirementEntry::status, TreeMap::new, Collectors.counting()));
        byStatus.forEach((status, times) -> out.println("%-12s %8d".formatted(status, times)));
    }

    private static String row(String label, long any, long mcBup, long win32) {
        return "%-12s %8d %8d %8d".formatted(label, any, mcBup, win32);
    }

    private static long in(List<Requirement> requirements, Document document) {
        return Arrays.stream(Level.values())
                .mapToLong(level -> in(requirements, document, level))
                .sum();
    }

    /** How many requirements have this as the strongest level of a document. */
    private static long in(List<Requirement> requirements, Document document, Level level) {
        return requirements.stream()
                .filter(one -> strongest(one, document).filter(level::equals).isPresent())
                .count();
    }

    private static Optional<Level> strongest(Requirement requirement, Document document) {
        return requirement.sources().stream()
                .filter(source -> source.document() == document)
                .map(Source::level)
                .min(Comparator.naturalOrder());
    }

    private static String count(List<String> some, String what) {
        return some.size() + " " + what + (some.size() == 1 ? "" : "s");
    }
}
