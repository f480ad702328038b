package org.bitsconformance.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.bitsconformance.cli.CommandOutput;
import org.bitsconformance.cli.Main;
import org.bitsconformance.innocent.Freedom;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.reference.client.ClientFaults;
import org.bitsconformance.reference.fault.Faults;
import org.bitsconformance.requirement.Catalogue;
import org.junit.jupiter.api.Test;

class KillMatrixPageTests {

    private static final String PAGE =
            CommandOutput.of("faults", "--format", "markdown").out();

    @Test
    void is_the_committed_page() throws IOException {
        CommittedPage.assertCurrent(Path.of("docs", "matrix.md"), PAGE);
    }

    @Test
    void has_a_row_for_each_fault_and_each_tested_requirement() {
        int requirements = Catalogue.load().tested().size();
        int ofClients = Catalogue.load().tested(EnumSet.of(Side.CLIENT)).size();

        assertThat(PAGE.lines().filter(line -> line.matches("\\| `[a-z0-9-]+` \\|(?:[^|]+\\|){3}")))
                .hasSize(Faults.all().size() + ClientFaults.all().size());
        assertThat(PAGE.lines().filter(line -> line.matches("\\| `[a-z0-9-]+(?:\\.[a-z0-9.-]+)` \\|[^|]+\\|")))
                .hasSize(requirements + ofClients);
        assertThat(PAGE)
                .contains("| requirements on clients that are tested | " + ofClients + " |")
                .contains("| faults of clients, each of which is caught | "
                        + ClientFaults.all().size() + " |")
                .containsPattern("\\| `packet\\.verb` \\|.*`verb-post`")
                .contains("| `client.ping.first` | only reported |")
                .contains("| requirements that are tested | " + requirements + " |")
                .contains("| faults, each of which is caught | " + Faults.all().size() + " |")
                .containsPattern("\\| `ping\\.status` \\|.*`ping-answered-404`")
                .contains("(dialect mc-bup) | `answer.body` | `unknown-session` |");
    }

    @Test
    void distinguishes_the_defect_from_its_consequences() {
        assertThat(PAGE)
                .contains("| `fragment.received-range.value`, *(`delivery.complete`)* | `cut-off-in-body` |")
                .containsPattern("\\| `delivery\\.complete` \\|.*, \\*\\(`cut-off-fragment-counted-twice`\\)\\*");
    }

    @Test
    void counts_the_freedoms_of_conformant_servers() {
        assertThat(PAGE)
                .contains("| freedoms of conformant servers, none of which fails anything | " + Freedom.values().length
                        + " |")
                .containsPattern("\\| freedoms of conforming clients, none of which fails anything \\| [1-9]\\d+ \\|")
                .containsPattern("\\| `ping-first` \\| [^|]+ \\|");
    }

    @Test
    void an_unknown_format_is_refused() {
        CommandOutput output = CommandOutput.of("faults", "--format", "xml");

        assertThat(output.exitCode()).isEqualTo(Main.WRONG_USAGE);
        assertThat(output.err()).contains("--format must be text, json or markdown, not \"xml\"");
    }
}
