package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the GitHub Action with the runnable jar, against the reference server. */
@Tag("long")
class ActionProcessTests {

    @TempDir
    Path folder;

    @Test
    void judges_the_reference_server_and_shows_the_summary() throws IOException {
        assumeTrue(onThePath("bash") && onThePath("env"), "bash and env are not on the PATH");
        Ended ended = Command.other(
                        folder,
                        List.of(
                                "env",
                                "PATH=" + Path.of(System.getProperty("java.home"), "bin") + File.pathSeparator
                                        + System.getenv("PATH"),
                                "BITS_ACTION_JAR=" + System.getProperty("bits.jar"),
                                "BITS_ACTION_ONLY=ping",
                                "BITS_ACTION_OUT=my reports",
                                "GITHUB_OUTPUT=output",
                                "GITHUB_STEP_SUMMARY=summary",
                                "bash",
                                Path.of(".github/action/run.sh")
                                        .toAbsolutePath()
                                        .toString()))
                .ended();

        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(Files.readString(folder.resolve("output")))
                .isEqualTo("verdict=conformant\nexit-code=0\nreport=my reports\n");
        assertThat(Files.readString(folder.resolve("summary")))
                .startsWith("## Conformant: ")
                .isEqualTo(Files.readString(folder.resolve("my reports/summary.md")));
        assertThat(new RunFolder(folder.resolve("my reports")).verdict()).isEqualTo("conformant");
    }

    private static boolean onThePath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(one -> Files.isExecutable(Path.of(one, program)));
    }
}
