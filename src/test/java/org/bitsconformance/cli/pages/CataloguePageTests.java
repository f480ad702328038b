package org.bitsconformance.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.bitsconformance.cli.CommandOutput;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Chapter;
import org.bitsconformance.requirement.Requirement;
import org.junit.jupiter.api.Test;

class CataloguePageTests {

    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void isTheCommittedPage() throws IOException {
        CommittedPage.assertCurrent(
                Path.of("docs", "catalogue.md"),
                CommandOutput.of("requirements", "--format", "markdown").out());
    }

    @Test
    void hasATableForEachFileAndARowForEachRequirement() {
        String page = CommandOutput.of("requirements", "--format", "markdown").out();

        assertThat(page.lines().filter(line -> line.startsWith("## ")))
                .containsExactlyElementsOf(CATALOGUE.chapters().stream()
                        .map(Chapter::title)
                        .map("## "::concat)
                        .toList());
        assertThat(page.lines().filter(line -> line.startsWith("| `")))
                .hasSize(CATALOGUE.all().size())
                .allMatch(
                        row -> row.matches("\\| `[a-z0-9.-]+` \\|(?:(?:[^|\\\\]|\\\\.)+\\|){4}"), "has its five cells");
        assertThat(page)
                .contains("| `ping.status` | A Ping is answered 200. | MUST | [MC-BUP 3.2.5.2.5")
                .contains("[Win32 ack-for-ping](https://learn.microsoft.com/en-us/windows/win32/bits/ack-for-ping)"
                        + " STATED");
    }

    @Test
    void canShowOnlyOneStatus() {
        assertThat(CommandOutput.of("requirements", "--format", "markdown", "--status", "tested")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("| `")))
                .hasSize(CATALOGUE.tested(EnumSet.allOf(Side.class)).size())
                .allMatch(row -> row.endsWith(" | tested |") || row.endsWith(" | tested of clients |"));
        assertThat(CATALOGUE.tested()).extracting(Requirement::id).contains("answer.sent");
    }
}
