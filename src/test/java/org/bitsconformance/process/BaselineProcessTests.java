package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --baseline} as scripts see it: exit codes and files. */
@Tag("long")
class BaselineProcessTests {

    private static final String KNOWN = "known:\n  - requirement: answer.packet-type\n    reason: waits for 2.1\n";

    @TempDir
    Path folder;

    @Test
    void known_failures_do_not_fail_a_run_but_a_superfluous_entry_does() throws IOException {
        Path written = folder.resolve("written.yaml");
        try (Served server = Served.with("--fault", "ack-packet-type-misspelt")) {
            Ended known = run(server.url(), KNOWN, "--write-baseline", written.toString());
            assertThat(known.exitCode()).as(known.out() + known.err()).isZero();
            assertThat(known.err()).isEmpty();
            assertThat(oneLine(known)).contains("b.yaml:2: answer.packet-type is known: waits for 2.1 (seen 4 times)");
            assertThat(known.lastLine()).endsWith("; known failures of 1 requirement)");
            RunFolder files = new RunFolder(folder.resolve("out"));
            assertThat(files.verdict()).isEqualTo("conformant");
            assertThat(files.report().at("/counts/requirements/known").intValue())
                    .isEqualTo(1);
            assertThat(files.inJUnit("baseline", "system-out")).containsExactly("answer.packet-type");
            assertThat(files.allure())
                    .containsEntry("answer.packet-type", "passed")
                    .containsEntry("verdict", "passed");
            assertThat(Files.readString(written)).startsWith("# Known failures").endsWith(KNOWN);

            Ended stale = run(server.url(), KNOWN + "  - requirement: ping.status\n    reason: mended\n");
            assertThat(stale.exitCode()).isEqualTo(1);
            assertThat(oneLine(stale)).contains("STALE ", "b.yaml:4: ping.status no longer fails: remove the entry");
            assertThat(files.verdict()).isEqualTo("nonconformant");
            assertThat(files.inJUnit("baseline", "failure")).containsExactly("ping.status");
            assertThat(files.allure()).containsEntry("baseline ping.status", "failed");
        }
    }

    @Test
    void an_unknown_id_is_wrong_usage() throws IOException {
        Ended unknown = run("http://127.0.0.1:1/up/", KNOWN.replace("packet-type", "packet-typ"));
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err().lines())
                .singleElement()
                .asString()
                .endsWith("b.yaml:2: no requirement matches \"answer.packet-typ\"; did you mean"
                        + " \"answer.packet-type\"?");
    }

    @Test
    void an_entry_that_has_expired_is_wrong_usage() throws IOException {
        Ended expired = run("http://127.0.0.1:1/up/", KNOWN + "    expires: 2020-02-29\n");
        assertThat(expired.exitCode()).isEqualTo(2);
        assertThat(expired.err().lines())
                .singleElement()
                .asString()
                .contains("b.yaml:4: ", "the entry for \"answer.packet-type\" expired on 2020-02-29");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** The output without line breaks, which depend on the length of the folder's name. */
    private static String oneLine(Ended run) {
        return run.out().replaceAll("\\R", " ");
    }

    private Ended run(String url, String baseline, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("b.yaml"), baseline);
        return Command.run(Stream.concat(
                        Stream.of(
                                "run",
                                "--only",
                                "ping",
                                "--url",
                                url,
                                "--timeout",
                                "5s",
                                "--out",
                                folder.resolve("out").toString(),
                                "--baseline",
                                file.toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }
}
