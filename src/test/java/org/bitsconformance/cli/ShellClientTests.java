package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
        CommandOutput output = observe("");

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
        "ignores-offsets, client.fragment.next",
        "never-restarts, client.session-not-found.restart",
        "claims-success, client.error.access"
    })
    void aWrongClientIsFound(String wrong, String requirement) {
        CommandOutput output = observe(wrong);

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.out()).contains("FAIL " + requirement, "client sh upload.sh: nonconformant");
    }

    private CommandOutput observe(String wrong) {
        return CommandOutput.of(Stream.concat(
                        Stream.of("observe", "--out", folder.resolve("out").toString()),
                        Stream.concat(
                                Stream.of("none", "range-behind", "session-unknown", "refused-403")
                                        .flatMap(id -> Stream.of("--stimulus", id)),
                                Stream.of("--", "sh", CLIENT, "{url}", "{file}", "{size}", wrong)))
                .toArray(String[]::new));
    }
}
