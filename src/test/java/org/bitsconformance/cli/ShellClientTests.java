package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code observe -- COMMAND} with a client of sh and curl; skipped on machines without them. */
class ShellClientTests {

    private static final String CLIENT = "src/test/resources/clients/upload.sh";

    @TempDir
    Path folder;

    @BeforeAll
    static void theMachineHasWhatTheClientNeeds() {
        for (String program : List.of("sh", "curl", "awk", "mktemp")) {
            boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(one -> Files.isExecutable(Path.of(one, program)));
            assumeTrue(there, "this machine has no " + program);
        }
    }

    @Test
    void aRightClientUploads() {
        CommandOutput output = observe("", "none", "range-behind", "session-unknown", "refused-403");

        assertThat(output.exitCode()).isZero();
        assertThat(output.out().lines())
                .contains(
                        "client:       sh upload.sh, 4 stimuli",
                        "none                        exit 0, the file arrived (5 packets)",
                        "range-behind                exit 0, the file arrived (7 packets)",
                        "session-unknown             exit 0, the file arrived (8 packets)",
                        "refused-403                 exit 1, nothing arrived (1 packet)");
    }

    @ParameterizedTest
    @CsvSource({
        "ignores-offsets, range-behind, client.fragment.next",
        "never-restarts, session-unknown, client.session-not-found.restart",
        "claims-success, refused-403, client.error.access"
    })
    void aWrongClientIsFound(String wrong, String stimulus, String requirement) {
        CommandOutput output = observe(wrong, stimulus);

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.out()).contains("FAIL " + requirement, "client sh upload.sh: nonconformant");
    }

    private CommandOutput observe(String wrong, String... stimuli) {
        List<String> words = new ArrayList<>(
                List.of("observe", "--out", folder.resolve("out").toString()));
        for (String stimulus : stimuli) {
            words.addAll(List.of("--stimulus", stimulus));
        }
        words.addAll(List.of("--", "sh", CLIENT, "{url}", "{file}", "{size}", wrong));
        return CommandOutput.of(words.toArray(String[]::new));
    }
}
