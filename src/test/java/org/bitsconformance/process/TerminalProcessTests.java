package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Colours and a rewritten line are only for terminals; {@code script} of util-linux provides one. */
@EnabledOnOs(OS.LINUX)
class TerminalProcessTests {

    private static final String ESCAPE = "\u001b[";

    @TempDir
    Path folder;

    @Test
    void a_terminal_gets_colours_and_one_line_of_progress() {
        Ended run = onTerminal(Map.of("TERM", "xterm"));

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains(ESCAPE, "\r[####################] 2/2", "conformant");
    }

    @Tag("long")
    @Test
    void no_colours_are_shown_to_users_who_do_not_want_them() {
        assertThat(onTerminal(Map.of("TERM", "xterm", "NO_COLOR", "1")).out())
                .contains("\r[####################] 2/2", "verdict: conformant")
                .doesNotContain(ESCAPE);
        assertThat(onTerminal(Map.of("TERM", "dumb")).out())
                .contains("2/2  pass        ping  (2 cases)", "verdict: conformant")
                .doesNotContain(ESCAPE);
    }

    @Tag("long")
    @Test
    void a_pipe_gets_neither() {
        Ended run = Command.started(Map.of("TERM", "xterm"), command()).ended();

        assertThat(run.out())
                .contains("2/2  pass        ping  (2 cases)", "verdict: conformant")
                .doesNotContain(ESCAPE, "\r[");
    }

    private Ended onTerminal(Map<String, String> environment) {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "script")));
        assumeThat(there).as("script is on the PATH").isTrue();
        String line = command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        return Command.started(environment, List.of("script", "-qec", line, "/dev/null"))
                .ended();
    }

    private List<String> command() {
        return Command.java(
                "run", "--only", "ping", "--out", folder.resolve("out").toString());
    }
}
