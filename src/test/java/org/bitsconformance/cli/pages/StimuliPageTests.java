package org.bitsconformance.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.bitsconformance.cli.CommandOutput;
import org.bitsconformance.requirement.StimulusTexts;
import org.junit.jupiter.api.Test;

class StimuliPageTests {

    @Test
    void isTheCommittedPage() throws IOException {
        CommittedPage.assertCurrent(Path.of("docs", "stimuli.md"), StimuliPage.of(StimulusTexts.load()));
    }

    @Test
    void theCommandPrintsIt() {
        assertThat(CommandOutput.of("stimuli", "--format", "markdown").out())
                .isEqualTo(StimuliPage.of(StimulusTexts.load()));
    }

    @Test
    void theCommandListsTitles() {
        assertThat(CommandOutput.of("stimuli").out().lines())
                .anyMatch(line -> line.matches("range-ahead +The first fragment is taken, but .*"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void theCommandPrintsJson() {
        assertThat(CommandOutput.of("stimuli", "--format", "json").out())
                .contains("\"id\" : \"refused-403\"", "\"end\" : \"gives-up\"");
        assertThat(CommandOutput.of("stimuli", "--format", "xml").err())
                .contains("--format must be text, json or markdown, not \"xml\"");
    }
}
