package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Conflict;
import org.bitsconformance.requirement.Conflicts;
import org.bitsconformance.requirement.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ExplainCommandTests {

    @ParameterizedTest
    @CsvSource({"ping.status, requirement", "ping, scenario", "ping-answered-404, fault", "early-close, conflict"})
    void explainsAnyId(String id, String kind) {
        CommandOutput output = CommandOutput.of("explain", id);

        assertThat(output.exitCode()).isZero();
        assertThat(output.out()).startsWith("%-13s %s".formatted(kind, id));
    }

    @Test
    void explainsAStimulus() {
        assertThat(CommandOutput.of("explain", "fragment-413-limit").out().lines())
                .containsExactly(
                        "stimulus      fragment-413-limit",
                        "does          Fragments longer than half of the first are answered 413; one of",
                        "              5 KiB always passes",
                        "wanted        The client sends smaller fragments until the server takes them.",
                        "right end     the file arrives",
                        "about         client.fragment.smaller",
                        "try it        bits-conformance observe --stimulus fragment-413-limit");
    }

    @Test
    void suggestsAStimulus() {
        assertThat(CommandOutput.of("explain", "ack-lots").err()).contains("did you mean the stimulus \"ack-lost\"");
    }

    @Test
    void explainsEveryConflict() {
        for (Conflict conflict : Conflicts.load().all()) {
            CommandOutput output = CommandOutput.of("explain", conflict.id());

            assertThat(output.exitCode()).as(conflict.id()).isZero();
            assertThat(output.out()).contains("Win32   ", "MC-BUP   ", conflict.observable() ? "seen by" : "not seen");
            assertThat(output.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }
    }

    @Test
    void explainsEveryCase() {
        for (Scenarios.Described scenario : Scenarios.all()) {
            String id = scenario.cases().get(scenario.cases().size() - 1).id();
            CommandOutput output = CommandOutput.of("explain", id);

            assertThat(output.exitCode()).as(id).isZero();
            assertThat(output.out()).contains(id, "exercises     ");
        }
        assertThat(CommandOutput.of("explain", "ping.times=3").out().lines())
                .startsWith(
                        "case          ping.times=3",
                        "of scenario   ping: Ping, once and repeated on the same connection",
                        "with          times 3")
                .endsWith("drive it      bits-conformance run --only ping");
    }

    @Test
    void saysWhatCoversAJudgedRequirement() {
        assertThat(CommandOutput.of("explain", "ping.status").out())
                .contains("look at       ", "exercised by  ", "broken by     ")
                .doesNotContain("not judged");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TESTED")
    void saysWhyARequirementIsNotJudged(Status status) {
        Catalogue.load().all().stream()
                .filter(requirement -> requirement.status() == status)
                .limit(2)
                .map(requirement -> CommandOutput.of("explain", requirement.id()))
                .forEach(output -> {
                    assertThat(output.exitCode()).isZero();
                    assertThat(output.out())
                            .contains("not judged    " + status.word() + ": ")
                            .contains(status == Status.WAITING ? "waits for     " : "because       ")
                            .doesNotContain("look at", "exercised by");
                });
    }

    @Test
    void suggestsTheIdThatWasProbablyMeant() {
        CommandOutput output = CommandOutput.of("explain", "early-clos");

        assertThat(output.exitCode()).isEqualTo(Main.WRONG_USAGE);
        assertThat(output.err()).contains("did you mean the conflict \"early-close\"");
    }

    @Test
    void suggestsIdsOfAllKindsThatContainTheWord() {
        for (String[] words : List.of(new String[] {"explain", "gap"}, new String[] {"list", "--only", "gap"})) {
            assertThat(CommandOutput.of(words).err())
                    .contains(
                            "did you mean ",
                            "the scenario \"upload-gap\"",
                            "the requirement \"fragment.status.gap\"",
                            "the fault \"gap-accepted\"")
                    .hasLineCount(1);
        }
        assertThat(CommandOutput.of("run", "--only", "fragment.status.gap").err())
                .contains("--only fragment.status.gap: no scenario matches; it is a requirement, exercised by ")
                .contains("upload-gap");
    }
}
