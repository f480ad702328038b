package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.requirement.Status;
import org.junit.jupiter.api.Test;

class RequirementsCommandTests {

    private static final List<Requirement> CATALOGUE = Catalogue.load().all();
    private static final List<Requirement> TESTED = Catalogue.load().tested();

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
    void saysWhyARequirementIsNotJudged() {
        assertThat(CommandOutput.of("requirements").out())
                .contains(CATALOGUE.stream()
                        .filter(requirement -> !requirement.tested())
                        .map(requirement ->
                                requirement.id() + "  (" + requirement.status().word() + ")")
                        .toList())
                .contains("        not judged: ");
    }

    @Test
    void endsWithTotalsByDocumentLevelAndStatus() {
        List<String> lines = CommandOutput.of("requirements").out().lines().toList();
        List<String> totals = lines.subList(
                lines.indexOf("%-14s %8s %8s %8s".formatted("level", "any", "MC-BUP", "Win32")), lines.size());

        assertThat(totals)
                .extracting(line -> line.split(" ", 2)[0])
                .containsSubsequence("level", "MUST", "STATED", "SHOULD", "MAY", "all", "", "status", "tested");
        assertThat(number(totals, 5, 1)).isEqualTo(CATALOGUE.size());
        for (int column = 1; column <= 3; column++) {
            assertThat(number(totals, 1, column)
                            + number(totals, 2, column)
                            + number(totals, 3, column)
                            + number(totals, 4, column))
                    .isEqualTo(number(totals, 5, column));
            int byStatus = 0;
            for (int line = 8; line < totals.size(); line++) {
                byStatus += number(totals, line, column);
            }
            assertThat(byStatus).isEqualTo(number(totals, 5, column));
        }
        assertThat(number(totals, 8, 1)).isEqualTo(TESTED.size());
    }

    @Test
    void showsOnlyRequirementsOfAStatus() throws JsonProcessingException {
        JsonNode entries = new ObjectMapper()
                .readTree(CommandOutput.of(
                                "requirements", "--format", "json", "--status", "waiting", "--status", "client-side")
                        .out());

        assertThat(entries)
                .isNotEmpty()
                .extracting(entry -> entry.path("id").textValue())
                .containsExactlyElementsOf(CATALOGUE.stream()
                        .filter(one -> one.status() == Status.WAITING || one.status() == Status.CLIENT_SIDE)
                        .map(Requirement::id)
                        .toList());
        assertThat(CommandOutput.of("requirements", "--status", "tested").out())
                .contains("answer.sent  (tested)")
                .doesNotContain("not judged: ", "waiting");
    }

    @Test
    void refusesAnUnknownStatus() {
        CommandOutput output = CommandOutput.of("requirements", "--status", "test");

        assertThat(output.exitCode()).isEqualTo(Main.WRONG_USAGE);
        assertThat(output.err())
                .contains("--status must be one of tested, waiting, client-side, not-observable, informative, not"
                        + " \"test\"");
    }

    @Test
    void printsJson() throws JsonProcessingException {
        JsonNode entries = new ObjectMapper()
                .readTree(CommandOutput.of("requirements", "--format", "json").out());

        assertThat(entries).hasSize(CATALOGUE.size()).allSatisfy(entry -> {
            boolean tested = entry.path("status").textValue().equals("tested");
            assertThat(names(entry))
                    .containsExactlyElementsOf(Stream.of(
                                    "id",
                                    "level",
                                    "statement",
                                    "sources",
                                    "status",
                                    "reason",
                                    "rules",
                                    "scenarios",
                                    "faults")
                            .filter(name -> !(tested && name.equals("reason")))
                            .toList());
            assertThat(entry.path("level").textValue()).isIn("MUST", "STATED", "SHOULD", "MAY");
            assertThat(Status.named(entry.path("status").textValue())).isPresent();
            assertThat(entry.path("sources"))
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(names(source))
                            .isIn(
                                    List.of("document", "section", "level"),
                                    List.of("document", "section", "sentence", "level")));
            assertThat(entry.path("rules").isEmpty()).isEqualTo(!tested);
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
    void refusesAnUnknownFormat() {
        CommandOutput output = CommandOutput.of("requirements", "--format", "xml");

        assertThat(output.exitCode()).isEqualTo(Main.WRONG_USAGE);
        assertThat(output.err()).contains("--format must be text, json or markdown, not \"xml\"");
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private static int number(List<String> totals, int line, int column) {
        return Integer.parseInt(totals.get(line).split(" +", -1)[column]);
    }
}
