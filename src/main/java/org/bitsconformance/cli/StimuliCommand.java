package org.bitsconformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.bitsconformance.cli.console.Wrapped;
import org.bitsconformance.cli.pages.StimuliPage;
import org.bitsconformance.requirement.StimulusText;
import org.bitsconformance.requirement.StimulusTexts;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stimuli}: what the reference server can confront clients with. */
@Command(
        name = "stimuli",
        description = "Lists what the reference server can confront a client with; see the command observe.",
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80)
final class StimuliCommand implements Callable<Integer> {

    private static final int WIDTH = 80;

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "NAME", description = "text (default), json or markdown.")
    private String format = "text";

    private record Entry(String id, String title, String wants, String end, List<String> about, List<String> written) {

        static Entry of(String id, StimulusText text) {
            return new Entry(id, text.title(), text.wants(), text.end().word(), text.about(), text.written());
        }
    }

    @Override
    public Integer call() throws JsonProcessingException {
        StimulusTexts texts = StimulusTexts.load();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case "json" ->
                out.println(JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(texts.all().entrySet().stream()
                                .map(entry -> Entry.of(entry.getKey(), entry.getValue()))
                                .toList()));
            case "markdown" -> out.print(StimuliPage.of(texts));
            case "text" ->
                texts.all()
                        .forEach((id, text) ->
                                Wrapped.entry(id, text.title(), WIDTH).forEach(out::println));
            default -> throw new UsageException("--format must be text, json or markdown, not \"" + format + "\"");
        }
        out.flush();
        return 0;
    }
}
