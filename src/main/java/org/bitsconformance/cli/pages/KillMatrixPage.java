package org.bitsconformance.cli.pages;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.report.text.Markdown;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;

/** Which fault breaks which requirement, as a Markdown page: totals, and tables of faults, requirements and freedoms. */
public final class KillMatrixPage {

    private static final String INTRODUCTION = """
        # The kill matrix

        Which fault of the reference server breaks which requirement, which scenarios show it, and what conformant servers may do
        differently and still pass; and the same of clients. [testing.md](testing.md#the-kill-matrix) says what this proves and which build proves it.

        This page is generated. After a change run `./generate-pages`; a test compares it with the code.

        A requirement in *(brackets)* is not the defect itself but fails as a consequence. The precision is the share of pairs that
        are the defect itself.

        """;

    private KillMatrixPage() {}

    /** The page of all faults and of every tested requirement. */
    public static String of(Catalogue catalogue, FaultTable table) {
        ClientMatrix clients = new ClientMatrix(catalogue, ClientFaultTable.load());
        StringBuilder page = new StringBuilder(INTRODUCTION);
        totals(catalogue, table, page);
        page.append(clients.totals());
        page.append("\n## Faults\n\n| fault | what the server does | breaks | shown by |\n| --- | --- | --- | --- |\n");
        for (Fault fault : table.faults()) {
            page.append(row(fault, table.of(fault)));
        }
        page.append("\n## Requirements\n\n| requirement | broken by |\n| --- | --- |\n");
        for (Requirement requirement : catalogue.tested()) {
            page.append(row(requirement.id(), table));
        }
        page.append("\n"
                + "## Freedoms\n\n"
                + "Every build drives servers that take several of these at once: nothing fails, nothing is"
                + " incomplete.\n\n");
        page.append("| freedom | what a conformant server does | servers of |\n| --- | --- | --- |\n");
        FreedomTable.load()
                .forEach((id, freedom) -> page.append("| `%s` | %s | %s |\n"
                        .formatted(id, Markdown.escaped(freedom.what()), Markdown.escaped(freedom.servers()))));
        return page.append(clients.tables()).toString();
    }

    private static void totals(Catalogue catalogue, FaultTable table, StringBuilder page) {
        Collection<FaultTable.Entry> entries = table.entries().values();
        long broken = catalogue.tested().stream()
                .filter(requirement -> !table.breaking(requirement.id()).isEmpty())
                .count();
        int pairs = entries.stream().mapToInt(entry -> entry.breaks().size()).sum();
        int beside = entries.stream().mapToInt(entry -> entry.beside().size()).sum();
        page.append("| what | how many |\n| --- | ---: |\n");
        total("requirements that are tested", catalogue.tested().size(), page);
        total("of these, with a fault that breaks them", broken, page);
        total("faults, each of which is caught", entries.size(), page);
        total("pairs of a fault and a requirement that it breaks", pairs, page);
        total("of these, pairs that are a consequence of the defect", beside, page);
        total("precision", String.format(Locale.ROOT, "%.1f %%", 100.0 * (pairs - beside) / pairs), page);
        total(
                "freedoms of conformant servers, none of which fails anything",
                FreedomTable.load().size(),
                page);
    }

    private static void total(String what, Object count, StringBuilder page) {
        page.append("| ").append(what).append(" | ").append(count).append(" |\n");
    }

    private static String row(Fault fault, FaultTable.Entry entry) {
        String under = entry.judgedByAny() ? "" : " (dialect " + entry.dialect() + ")";
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        fault.id(),
                        Markdown.escaped(fault.title() + under),
                        entry.breaks().stream()
                                .map(requirement -> cell(requirement, entry.isBeside(requirement)))
                                .collect(Collectors.joining(", ")),
                        cells(entry.shownBy()));
    }

    private static String row(String requirement, FaultTable table) {
        String faults = table.faults().stream()
                .filter(fault -> table.of(fault).breaks().contains(requirement))
                .map(fault -> cell(fault.id(), table.of(fault).isBeside(requirement)))
                .collect(Collectors.joining(", "));
        return "| `%s` | %s |\n".formatted(requirement, faults.isEmpty() ? "no fault" : faults);
    }

    private static String cells(List<String> ids) {
        return ids.stream().map(id -> cell(id, false)).collect(Collectors.joining(", "));
    }

    private static String cell(String id, boolean beside) {
        return beside ? "*(`" + id + "`)*" : "`" + id + "`";
    }
}
