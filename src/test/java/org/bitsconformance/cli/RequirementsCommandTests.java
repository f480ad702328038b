package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.junit.jupiter.api.Test;

class RequirementsCommandTests {

    private static final List<Requirement> CATALOGUE = Catalogue.load().all();

    @Test
    void printsEveryRequirementWithinTheWidthOfATerminal() {
        CommandOutput output = CommandOutput.of("requirements");

        assertThat(output.exitCode()).isZero();
        assertThat(output.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(output.out())
                .contains(CATALOGUE.stream().map(Requirement::id).toList())
                .contains("ping.status  (tested)")
                .contains("MC-BUP 3.2.5.2.5 (MUST), Win32 ack-for-ping (STATED)")
                .contains("1 rule, exercised by ");
    }

    @Test
    void endsWithTotalsByDocumentLevelAndStatus() {
        List<String> lines = CommandOutput.of("requirements").out().lines().toList();
        List<String> totals = lines.subList(
                lines.indexOf("%-12s %8s %8s %8s".formatted("level", "any", "MC-BUP", "Win32")), lines.size());

        assertThat(totals)
                .extracting(line -> line.split(" ", 2)[0])
                .containsExactly("level", "MUST", "STATED", "SHOULD", "MAY", "all", "", "tested");
        assertThat(totals.get(5).split(" +", -1)[1]).isEqualTo(String.valueOf(CATALOGUE.size()));
        for (int column = 1; column <= 3; column++) {
            assertThat(number(totals, 1, column)
                            + number(totals, 2, column)
                            + number(totals, 3, column)
                            + number(totals, 4, column))
                    .isEqualTo(number(totals, 5, column));
        }
        assertThat(number(totals, 7, 1)).isEqualTo(CATALOGUE.size());
    }

    @Test
    void givesThemToPrograms() throws JsonProcessingException {
        JsonNode entries = new ObjectMapper()
                .readTree(CommandOutput.of("requirements", "--format", "json").out());

        assertThat(entries).hasSize(CATALOGUE.size()).allSatisfy(entry -> {
            assertThat(names(entry))
                    .containsExactly("id", "level", "statement", "sources", "status", "rules", "scenarios", "faults");
            assertThat(entry.path("level").textValue()).isIn("MUST", "STATED", "SHOULD", "MAY");
            assertThat(entry.path("status").textValue()).isEqualTo("tested");
            assertThat(entry.path("sources"))
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(names(source)).containsExactly("document", "section", "level"));
            assertThat(entry.path("rules")).isNotEmpty();
        });
        JsonNode ping = StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("id").textValue().equals("ping.status"))
                .findFirst()
                .orElseThrow();
        assertThat(ping.at("/level").textValue()).isEqualTo("MUST");
        assertThat(ping.at("/sources/0/document").textValue()).isEqualTo("MC-BUP");
        assertThat(ping.at("/rules/0").textValue()).isEqualTo("PingIsAnswered200");
        assertThat(ping.at("/scenarios/0").textValue()).isEqualTo("ping");
        assertThat(ping.at("/faults/0").textValue()).isEqualTo("ping-answered-404");
    }

    @Test
    void refusesAnotherFormat() {
        CommandOutput output = CommandOutput.of("requirements", "--format", "xml");

        assertThat(output.exitCode()).isEqualTo(Main.WRONG_USAGE);
        assertThat(output.err()).contains("--format must be text or json, not \"xml\"");
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private static int number(List<String> totals, int line, int column) {
        return Integer.parseInt(totals.get(line).split(" +", -1)[column]);
    }
}
