package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.bitsconformance.result.Baseline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A baseline, and the place for a new one, are checked before anything is sent. */
class BaselineSetupTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requirement: ping.statsu | no requirement matches \"ping.statsu\"; did you mean \"ping.status\"?",
                "requirement: Zz* | no requirement matches \"Zz*\"; see the command requirements",
                "case: ping.times=2 | no case matches \"ping.times=2\"; did you mean \"ping.times=1\"?",
                "case: ['ping.*', Zz] | no case matches \"Zz\"; see the command list"
            })
    void an_unknown_id_is_refused(String entry, String problem) throws IOException {
        String file = file("known:\n  - reason: r\n    requirement: ping.status\n  - " + entry + "\n    reason: r\n");
        assertThatThrownBy(() -> prepare(TODAY, "baseline", file))
                .isInstanceOf(UsageException.class)
                .hasMessage(file + ":4: " + problem);
    }

    @Test
    void an_entry_counts_until_its_last_day_is_over() throws IOException {
        String file = file("known:\n  - requirement: ping.status\n    reason: r\n    expires: 2026-03-01\n");
        assertThat(prepare(TODAY, "baseline", file).judging().baseline().known())
                .isNotSameAs(Baseline.NONE);
        assertThatThrownBy(() -> prepare(TODAY.plusDays(1), "baseline", file))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(file + ":4: \"known.expires\" has passed: the entry for \"ping.status\"");
    }

    @Test
    void a_requirement_that_the_suite_does_not_judge_is_still_known() throws IOException {
        String file = file("known:\n  - requirement: \"*\"\n    case: \"*\"\n    reason: r\n");
        assertThat(prepare(TODAY, "baseline", file).judging().baseline().known())
                .isNotSameAs(Baseline.NONE);
    }

    @Test
    void the_sample_in_the_documents_names_existing_ids() throws IOException {
        String document = Files.readString(Path.of("docs/baselines.md"));
        int begin = document.indexOf("```yaml\n") + "```yaml\n".length();
        String file = file(document.substring(begin, document.indexOf("```", begin)));
        assertThat(prepare(TODAY, "baseline", file).judging().baseline().known())
                .isNotSameAs(Baseline.NONE);
    }

    @Test
    void a_baseline_that_cannot_be_read_or_written_is_refused() {
        assertThatThrownBy(() ->
                        prepare(TODAY, "baseline", folder.resolve("none.yaml").toString()))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("none.yaml: no such file");
        assertThatThrownBy(() -> prepare(TODAY, "write-baseline", folder.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessage("--write-baseline " + folder + " is a folder, not a file");
        Path inNone = folder.resolve("none").resolve("b.yaml");
        assertThatThrownBy(() -> prepare(TODAY, "write-baseline", inNone.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessage("--write-baseline " + inNone + " cannot be written: there is no folder "
                        + folder.resolve("none"));
    }

    @Test
    void without_the_options_nothing_is_known_and_nothing_written() {
        assertThat(prepare(TODAY).judging().baseline().known()).isSameAs(Baseline.NONE);
        assertThat(prepare(TODAY).judging().baseline().write()).isEmpty();
        assertThat(prepare(TODAY, "write-baseline", "b.yaml")
                        .judging()
                        .baseline()
                        .write())
                .contains(Path.of("b.yaml"));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("b.yaml"), text).toString();
    }

    private static RunSetup prepare(LocalDate today, String... option) {
        Map<String, String> options = new HashMap<>(Map.of("bits.url", "http://localhost/up/"));
        if (option.length > 0) {
            options.put("bits." + option[0], option[1]);
        }
        return new RunPreparation(name -> null, today).prepare(RunRequest.ofProperties(options::get));
    }
}
