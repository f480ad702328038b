package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ClientRunTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASSES = System.getProperty("java.class.path");

    @Test
    void tellsExitCodeAndOutput() throws Exception {
        ClientRun.Ended ended = run(LONG, "print", "3", "line\n\u001B[31mred\u0007");

        assertThat(ended).isEqualTo(new ClientRun.Ended(OptionalInt.of(3), "line\n\\x1B[31mred\\x07", 0));
    }

    @Test
    void givesNoInput() throws Exception {
        assertThat(run(LONG, "read", "0").output()).isEqualTo("read -1");
    }

    @Test
    void keepsBeginningAndEndOfAFlood() throws Exception {
        ClientRun.Ended ended = run(LONG, "flood", "0");

        assertThat(ended.exitCode()).hasValue(0);
        assertThat(ended.output())
                .startsWith("first\nxxx")
                .contains("bytes left out")
                .endsWith("xxxlast\n");
        assertThat(ended.output()).hasSizeLessThan(40_000);
    }

    @Test
    void killsWhatTakesTooLong() throws Exception {
        ClientRun.Ended ended = run(Duration.ofMillis(500), "hang", "0");

        assertThat(ended.exitCode()).isEmpty();
    }

    @Test
    void killsWhenStopped() throws Exception {
        ClientRun.Ended ended = ClientRun.of(words("hang", "0"), LONG, () -> true);

        assertThat(ended.exitCode()).isEmpty();
    }

    @Test
    void killsWhatAProgramLeavesRunning() throws Exception {
        ClientRun.Ended ended = run(LONG, "fork", "0", JAVA, CLASSES);

        assertThat(ended.exitCode()).hasValue(0);
        assertThat(ended.leftRunning()).isEqualTo(1);
    }

    @Test
    void saysThatAProgramIsMissing() {
        assertThatThrownBy(() -> ClientRun.of(List.of("./no-such-client", "x"), LONG, () -> false))
                .isInstanceOf(ClientCommand.NotStarted.class)
                .hasMessageStartingWith("./no-such-client cannot be started: ")
                .hasMessageNotContaining("Cannot run");
    }

    private static ClientRun.Ended run(Duration limit, String... arguments) throws Exception {
        return ClientRun.of(words(arguments), limit, () -> false);
    }

    private static List<String> words(String... arguments) {
        List<String> words = new ArrayList<>(List.of(JAVA, "-cp", CLASSES, OddProgram.class.getName()));
        words.addAll(List.of(arguments));
        return words;
    }
}
