package org.bitsconformance.cli.pages;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.report.text.Markdown;
import org.bitsconformance.requirement.StimulusText;
import org.bitsconformance.requirement.StimulusTexts;

/** What the reference server can confront a client with, as a Markdown page with a table. */
public final class StimuliPage {

    private static final String INTRODUCTION = """
        # The stimuli

        What the reference server can confront a client with, and what the documents want the client to do.
        [client-authors.md](client-authors.md) says how a client meets them.

        This page is generated from `src/main/resources/stimuli.yaml`. After a change run `./generate-pages`; a test compares them.

        | stimulus | what happens | what is wanted | right end | tries, or written in |
        | --- | --- | --- | --- | --- |
        """;

    private StimuliPage() {}

    /** The page of these stimuli. */
    public static String of(StimulusTexts texts) {
        return INTRODUCTION
                + texts.all().entrySet().stream().map(StimuliPage::row).collect(Collectors.joining());
    }

    private static String row(Map.Entry<String, StimulusText> entry) {
        StimulusText text = entry.getValue();
        String tries = Stream.concat(
                        text.about().stream().map(id -> "`" + id + "`"),
                        text.written().stream().map(Markdown::escaped))
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        entry.getKey(),
                        Markdown.escaped(text.title()),
                        Markdown.escaped(text.wants()),
                        text.end().words(),
                        tries);
    }
}
