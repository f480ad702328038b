package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.process.Command.Ended;
import org.bitsconformance.run.Suite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples, built by Maven in a folder outside the checkout, from a repository with the jar and pom of this build. What
 * else they need comes from the repository of this build instead of the internet.
 */
@Tag("long")
class SamplesProcessTests {

    private static final Path JAR = Path.of(System.getProperty("bits.jar", "target/bits-conformance.jar"))
            .resolveSibling("bits-conformance-" + Suite.version() + ".jar");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    @BeforeAll
    static void publish() throws IOException {
        Path published = Files.createDirectories(
                folder.resolve("published/org/bitsconformance/bits-conformance/" + Suite.version()));
        Files.copy(JAR, published.resolve(JAR.getFileName().toString()));
        Files.copy(Path.of("pom.xml"), published.resolve("bits-conformance-" + Suite.version() + ".pom"));
        String settings = """
                <settings>
                  <mirrors><mirror>
                    <id>here</id><mirrorOf>*,!published</mirrorOf><url>%s</url>
                  </mirror></mirrors>
                  <profiles><profile>
                    <id>published</id>
                    <repositories><repository>
                      <id>published</id><url>%s</url>
                    </repository></repositories>
                  </profile></profiles>
                  <activeProfiles><activeProfile>published</activeProfile></activeProfiles>
                </settings>
                """;
        Files.writeString(
                folder.resolve("settings.xml"),
                settings.formatted(
                        Path.of(System.getProperty("bits.repository")).toUri(),
                        folder.resolve("published").toUri()));
    }

    @Test
    void a_conformant_server_passes_the_tests_of_its_author() throws IOException {
        Ended build = build("server", "", "");

        assertThat(build.exitCode()).as(build.out()).isZero();
        assertThat(build.out()).contains("Failures: 0, Errors: 0");
        assertThat(folder.resolve("server/target/bits-conformance/report.html")).exists();
    }

    @Test
    void a_server_with_a_wrong_error_code_fails_at_the_cases_that_show_it() throws IOException {
        Ended build = build("server", "0x8020001F", "0x80200020");

        assertThat(build.exitCode()).isNotZero();
        assertThat(build.out())
                .contains(
                        "unknown-session.packet=fragment: ",
                        "requirement unknown-session.code (MC-BUP 3.2.5.2.3;",
                        "verdict: nonconformant (plan smoke)");
    }

    @Test
    void a_conformant_client_passes_the_tests_of_its_author() throws IOException {
        Ended build = build("client", "", "");

        assertThat(build.exitCode()).as(build.out()).isZero();
        assertThat(build.out()).contains("Tests run: 4, Failures: 0, Errors: 0");
    }

    @Test
    void a_client_that_closes_twice_fails_although_its_file_arrives() throws IOException {
        String close = "send(packet(url, \"Close-Session\", new byte[0], \"BITS-Session-Id\", session))";
        Ended build = build("client", "accepted(" + close + ");", "accepted(" + close + ");" + close + ";");

        assertThat(build.exitCode()).isNotZero();
        assertThat(build.out())
                .contains(
                        "UploadClientTest.uploads:",
                        "requirement client.retry.end.final (",
                        "Tests run: 4, Failures: 2");
    }

    /** Builds a copy of a sample in which a text stands for another. */
    private static Ended build(String sample, String from, String to) throws IOException {
        Path copy = folder.resolve(sample);
        try (Stream<Path> files = Files.walk(Path.of("samples", sample))) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("target"))
                    .forEach(
                            file -> copy(file, folder.resolve(Path.of("samples").relativize(file)), from, to));
        }
        return Command.other(
                        copy,
                        List.of(
                                "mvn",
                                "-B",
                                "-ntp",
                                "-Dstyle.color=never",
                                "-s",
                                folder.resolve("settings.xml").toString(),
                                "-Dmaven.repo.local=" + folder.resolve("repository"),
                                "test"))
                .ended(LONGEST);
    }

    private static void copy(Path file, Path to, String text, String other) {
        try {
            Files.createDirectories(to.getParent());
            Files.writeString(to, Files.readString(file).replace(text.isEmpty() ? "\0" : text, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
