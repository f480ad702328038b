package org.bitsconformance.cli.pages;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.report.text.Markdown;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.target.UploadMode;

/** The part of the kill matrix about clients: rows of totals, and tables of faults, requirements and freedoms. */
final class ClientMatrix {

    private final List<Requirement> tested;
    private final ClientFaultTable table;

    ClientMatrix(Catalogue catalogue, ClientFaultTable table) {
        this.tested = catalogue.tested(EnumSet.of(Side.CLIENT));
        this.table = table;
    }

    /** Rows of two columns: what is counted, and how many. */
    String totals() {
        Collection<ClientFaultTable.Entry> entries = table.entries().values();
        return total("requirements on clients that are tested", tested.size())
                + total("of these, with a fault that breaks them; the others are only reported", broken())
                + total("faults of clients, each of which is caught", entries.size())
                + total(
                        "pairs of such a fault and a requirement that it breaks",
                        entries.stream()
                                .mapToLong(entry -> entry.breaks().size())
                                .sum())
                + total(
                        "freedoms of conforming clients, none of which fails anything",
                        FreedomTable.ofClients().size());
    }

    private long broken() {
        return tested.stream()
                .filter(requirement -> !table.breaking(requirement.id()).isEmpty())
                .count();
    }

    private static String total(String what, long count) {
        return "| " + what + " | " + count + " |\n";
    }

    /** The tables, each with its heading. */
    String tables() {
        StringBuilder text = new StringBuilder("""

            ## Faults of clients

            | fault | what the client does | breaks | what it meets |
            | --- | --- | --- | --- |
            """);
        table.entries().forEach((id, entry) -> text.append(row(id, entry)));
        text.append("""

            ## Requirements on clients

            | requirement | broken by |
            | --- | --- |
            """);
        tested.forEach(requirement -> text.append(row(requirement.id())));
        text.append("""

            ## Freedoms of clients

            Every build drives clients that take each of these, and several at once: nothing fails.

            | freedom | what a conforming client does |
            | --- | --- |
            """);
        FreedomTable.ofClients()
                .forEach((id, what) -> text.append("| `" + id + "` | " + Markdown.escaped(what) + " |\n"));
        return text.toString();
    }

    private static String row(String id, ClientFaultTable.Entry entry) {
        String under = entry.judgedByAny() ? "" : " (dialect " + entry.dialect() + ")";
        String meets = entry.needsNoStimulus() ? "nothing unusual" : "`" + entry.stimulus() + "`";
        String reply = entry.mode().equals(UploadMode.UPLOAD_REPLY.toString()) ? ", wants a reply" : "";
        return "| `%s` | %s | %s | %s |\n"
                .formatted(id, Markdown.escaped(entry.title() + under), cells(entry.breaks()), meets + reply);
    }

    private String row(String requirement) {
        List<String> faults = table.breaking(requirement);
        return "| `%s` | %s |\n".formatted(requirement, faults.isEmpty() ? "only reported" : cells(faults));
    }

    private static String cells(List<String> ids) {
        return ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    }
}
