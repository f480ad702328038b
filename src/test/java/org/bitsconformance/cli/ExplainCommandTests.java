package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
    void explainsEveryConflict() {
        for (Conflict conflict : Conflicts.load().all()) {
            CommandOutput output = CommandOutput.of("explain", conflict.id());

            assertThat(output.exitCode()).as(conflict.id()).isZero();
            assertThat(output.out()).contains("Win32   ", "MC-BUP   ", conflict.observable() ? "seen by" : "not seen");
            assertThat(output.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }
    }

    @Test
    void saysWhatCoversARequirementThatIsJudged() {
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
    void suggestsWhatMayBeMeant() {
        CommandOutput output = CommandOutput.of("explain", "early-clos");

        assertThat(output.exitCode()).isEqualTo(Main.WRONG_USAGE);
        assertThat(output.err()).contains("did you mean \"early-close\"?");
    }
}
