package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bitsconformance.observe.PlainClient;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.FragmentFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObserveCommandTests {

    private static final byte[] CONTENT = new byte[1_000];

    @TempDir
    Path folder;

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandOutput observe(String... more) {
        List<String> words = new ArrayList<>(List.of("observe", "--out", folder.toString()));
        words.addAll(Arrays.asList(more));
        return CommandOutput.of(words.toArray(String[]::new));
    }

    /** One upload, as soon as the port is open. */
    private static int upload(int port) {
        while (true) {
            try (PlainClient client = new PlainClient(port)) {
                return client.upload("/upload/a.bin", CONTENT, CONTENT.length);
            } catch (UncheckedIOException e) {
                Thread.onSpinWait();
            }
        }
    }

    private CommandOutput observed(ReferenceOptions options) {
        int port = freePort();
        try (ReferenceServer server = ReferenceServer.start(options)) {
            CompletableFuture<Integer> client = CompletableFuture.supplyAsync(() -> upload(port));
            CommandOutput output = observe(
                    "--listen",
                    String.valueOf(port),
                    "--upstream",
                    server.uploadUrl().toString(),
                    "--uploads",
                    "1");
            assertThat(client.join()).isEqualTo(200);
            return output;
        }
    }

    private static ReferenceOptions conformant() {
        return ReferenceOptions.conformant(Document.MC_BUP).withFrontEnd(FrontEndKind.SOCKET);
    }

    @Test
    void ends_after_the_asked_number_of_uploads() {
        CommandOutput output = observed(conformant());
        assertThat(output.err()).isEmpty();
        assertThat(output.out())
                .startsWith("client url:   http://127.0.0.1:")
                .contains("server http://127.0.0.1:")
                .contains(": conformant (1 upload)")
                .contains("client Plain/1 at 127.0.0.1: ");
        assertThat(output.exitCode()).isZero();
        assertThat(folder.resolve("report.html")).exists();
    }

    @Test
    void blames_a_server_with_a_fault() {
        CommandOutput output = observed(conformant().withFaults(FragmentFault.RECEIVED_RANGE_MISSING));
        assertThat(output.out()).contains("nonconformant (1 requirement broken, 1 upload)");
        assertThat(output.exitCode()).isEqualTo(1);
    }

    @Test
    void the_record_is_judged_the_same_again() {
        CommandOutput output = observed(conformant());
        CommandOutput again = CommandOutput.of(
                "judge", folder.toString(), "--out", folder.resolve("again").toString());
        assertThat(again.exitCode()).isEqualTo(output.exitCode());
        assertThat(again.out().lines().filter(line -> line.startsWith("server ")))
                .containsExactlyElementsOf(output.out()
                        .lines()
                        .filter(line -> line.startsWith("server "))
                        .toList());
    }

    @Test
    void the_reference_server_answers_if_there_is_no_other() {
        int port = freePort();
        CompletableFuture<Integer> client = CompletableFuture.supplyAsync(() -> upload(port));
        CommandOutput output = observe("--listen", String.valueOf(port), "--uploads", "1");
        assertThat(client.join()).isEqualTo(200);
        assertThat(output.out()).contains("client Plain/1 at 127.0.0.1: ").doesNotContain("server http");
    }

    @Test
    void nothing_observed_is_incomplete() {
        CommandOutput output = observe("--upstream", "http://127.0.0.1:9/", "--idle", "1ms");
        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.out())
                .contains("No BITS packet passed: no client has sent anything.")
                .contains("verdict: incomplete");
    }

    @ParameterizedTest
    @CsvSource({
        "--listen, 99999, '--listen must be PORT or HOST:PORT, not \"99999\"'",
        "--listen, a b:1, '--listen must be PORT or HOST:PORT, not \"a b:1\"'",
        "--upstream, ftp://a/, --upstream must be an absolute http or https URL",
        "--uploads, 0, --uploads must be a whole number of at least 1",
        "--idle, soon, --idle must be a duration",
        "--key, a.pem, --key needs --certificate",
        "--certificate, none.pem, '--certificate: none.pem'",
        "--dialect, none, --dialect must be one of"
    })
    void wrong_options_are_named(String option, String value, String message) {
        CommandOutput output = observe(option, value);
        assertThat(output.err()).startsWith("bits-conformance: " + message);
        assertThat(output.exitCode()).isEqualTo(Main.WRONG_USAGE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --stimulus xyzzy -- a {url} {file} | no stimulus is called "xyzzy"; see the command stimuli
        --stimulus ack-lots -- a {url} {file} | no stimulus is called "ack-lots"; see the command stimuli; did you mean "ack-lost"?
        --stimulus ack-* | no stimulus is called "ack-*"; see the command stimuli; did you mean "ack-cut"?
        --stimulus none --stimulus reply | --stimulus can be given once without COMMAND; an upload to /stimulus/ID/NAME meets any of them
        --upstream http://h/ --stimulus none | --stimulus needs the reference server; leave out --upstream
        --upstream http://h/ --user a:b | --user needs the reference server; leave out --upstream
        --upstream http://h/ --size 5 | --size needs the reference server; leave out --upstream
        --insecure | --insecure is about --upstream; give that too
        --upstream http://h/ -- a {url} {file} | COMMAND needs the reference server; leave out --upstream
        -- a {file} | COMMAND has no {url}: a client must be told where to upload
        -- a {url} | COMMAND has no {file}: a client must be told what to upload
        --size 1TB -- a {url} {file} | --size must be at most 64 MiB, not "1TB"
        --size 5 | --size is about COMMAND; give one after --
        --client-timeout 5s | --client-timeout is about COMMAND; give one after --
        --baseline no-such.yaml -- a {url} {file} | no-such.yaml: no such file
        --user me -- a {url} {file} | --user must be USER:PASSWORD, both of at least one character
        --idle 1s -- a {url} {file} | --idle cannot be used with COMMAND, whose last stimulus ends the observation
        -- ./no-such-client {url} {file} | ./no-such-client cannot be started: No such file or directory
        """)
    void what_makes_no_sense_is_refused(String words, String message) {
        CommandOutput output = CommandOutput.of(("observe --out " + folder + " " + words).split(" "));

        assertThat(output.exitCode()).isEqualTo(Main.WRONG_USAGE);
        assertThat(output.err().strip()).isEqualTo("bits-conformance: " + message);
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandOutput output =
                    observe("--upstream", "http://127.0.0.1:9/", "--listen", String.valueOf(taken.getLocalPort()));
            assertThat(output.err()).contains("--listen 127.0.0.1:" + taken.getLocalPort() + " cannot be used: ");
            assertThat(output.exitCode()).isEqualTo(Main.WRONG_USAGE);
        }
    }

    @Test
    void reports_that_cannot_be_written_are_named() throws IOException {
        Path report = Files.createDirectories(folder.resolve("report.json").resolve("inside"))
                .getParent();
        CommandOutput output = observe("--upstream", "http://127.0.0.1:9/", "--idle", "1ms");
        assertThat(output.err()).contains("--out " + folder + " cannot be written: ");
        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(report).isDirectory();
    }

    @Test
    void what_a_client_prints_has_a_folder_that_is_named() throws IOException {
        Path taken = Files.createFile(folder.resolve("client-output"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        CommandOutput output = observe("--stimulus", "none", "--", java, "--version", "{url}", "{file}");
        assertThat(output.err())
                .contains("--out " + folder + " cannot be written: " + taken + " is a file, not a folder");
        assertThat(output.exitCode()).isEqualTo(3);
    }

    @Test
    void a_certificate_that_is_made_is_kept_for_clients() throws IOException {
        CommandOutput output = observe("--upstream", "http://127.0.0.1:9/", "--tls", "--idle", "1ms");
        assertThat(output.out()).startsWith("client url:   https://127.0.0.1:");
        assertThat(Files.readString(folder.resolve("certificate.pem"))).startsWith("-----BEGIN CERTIFICATE-----");
    }
}
