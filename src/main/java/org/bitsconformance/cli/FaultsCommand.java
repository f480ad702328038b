package org.bitsconformance.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bitsconformance.cli.console.Suggestion;
import org.bitsconformance.cli.console.Wrapped;
import org.bitsconformance.cli.pages.ClientFaultTable;
import org.bitsconformance.cli.pages.FaultTable;
import org.bitsconformance.cli.pages.KillMatrixPage;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.Faults;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code faults}: the faults of the reference server, then those of the faulty client. */
@Command(
        name = "faults",
        description = "Lists the faults of the reference server and of the faulty client, and what each breaks.",
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80)
final class FaultsCommand implements Callable<Integer> {

    private static final int WIDTH = 80;
    private static final String INDENT = "    ";
    private static final String CLIENT = "client";

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "NAME", description = "text (default), json or markdown.")
    private String format = "text";

    /** {@code side} is that of a client, and empty for the server; so is {@code stimulus}. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Entry(
            String id,
            String title,
            List<String> breaks,
            List<String> beside,
            List<String> shownBy,
            Optional<String> side,
            Optional<String> stimulus) {}

    /**
     * The fault with this id.
     *
     * @throws UsageException when there is none
     */
    static Fault find(String id) {
        return Faults.named(id)
                .orElseThrow(() -> new UsageException("no fault is called \"" + id + "\"; see the command faults"
                        + Suggestion.among(id, Faults.all().stream().map(Fault::id))));
    }

    @Override
    public Integer call() throws JsonProcessingException {
        FaultTable table = FaultTable.load();
        List<Entry> entries = Stream.concat(
                        table.faults().stream().map(fault -> entry(fault, table.of(fault))),
                        ClientFaultTable.load().entries().entrySet().stream()
                                .map(fault -> entry(fault.getKey(), fault.getValue())))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case "json" ->
                out.println(JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(entries));
            case "markdown" -> out.print(KillMatrixPage.of(Catalogue.load(), table));
            case "text" ->
                entries.forEach(entry -> {
                    Wrapped.entry(entry.id(), entry.title(), WIDTH).forEach(out::println);
                    Wrapped.lines("breaks " + String.join(", ", entry.breaks()), WIDTH - INDENT.length())
                            .forEach(line -> out.println(INDENT + line));
                });
            default -> throw new UsageException("--format must be text, json or markdown, not \"" + format + "\"");
        }
        out.flush();
        return 0;
    }

    private static Entry entry(Fault fault, FaultTable.Entry known) {
        return new Entry(
                fault.id(),
                fault.title(),
                known.breaks(),
                known.beside(),
                known.shownBy(),
                Optional.empty(),
                Optional.empty());
    }

    private static Entry entry(String id, ClientFaultTable.Entry known) {
        return new Entry(
                id,
                known.title(),
                known.breaks(),
                List.of(),
                List.of(),
                Optional.of(CLIENT),
                Optional.of(known.stimulus()).filter(any -> !known.needsNoStimulus()));
    }
}
