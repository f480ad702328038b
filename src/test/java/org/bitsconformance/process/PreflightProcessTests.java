package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bitsconformance.drive.client.DeafPort;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If no BITS server can be reached, the run ends at once with one diagnosis in plain words, and is incomplete. */
class PreflightProcessTests {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Tag("long")
    @Test
    void refused() {
        try (DeafPort port = DeafPort.any()) {
            diagnosed(
                    "http://127.0.0.1:" + port.number() + "/up/",
                    "Nothing listens at 127.0.0.1:" + port.number(),
                    "Start the server");
        }
    }

    @Tag("long")
    @Test
    void name_not_found() {
        diagnosed(
                "http://no-such-host.invalid/up/",
                "The host name no-such-host.invalid was not found.",
                "Check the spelling");
    }

    @Tag("long")
    @Test
    void self_signed_tls_certificate() {
        try (ScriptedServer server = ScriptedServer.secured(SelfSigned.in(folder), Reply.ack(200))) {
            diagnosed(server.url(), "TLS failed: ", "--ca FILE");
        }
    }

    @Tag("long")
    @Test
    void https_url_of_a_plain_http_server() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(200))) {
            diagnosed(
                    server.url().replace("http:", "https:"),
                    "TLS failed: ",
                    "try http: in the URL",
                    "--timeout",
                    "500ms");
        }
    }

    @Tag("long")
    @Test
    void authentication_asked_for() {
        answered(
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"up\"\r\nContent-Length: 0\r\n\r\n",
                "The server asks for authentication (401; Basic realm=\"up\").",
                "--user NAME:PASSWORD");
    }

    @Test
    @Tag("matrix")
    void verb_not_allowed() {
        answered(
                "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET\r\nContent-Length: 0\r\n\r\n",
                "Every verb is answered 405",
                "Check the path of the URL");
    }

    @Test
    @Tag("matrix")
    void verb_not_implemented() {
        answered(
                "HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\n\r\n",
                "Every verb is answered 501",
                "Check the path of the URL");
    }

    @Test
    @Tag("matrix")
    void redirect() {
        answered(
                "HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/login\r\nContent-Length: 0\r\n\r\n",
                "The server redirects a Ping (302) to https://elsewhere.example/login.",
                "Give that URL");
    }

    @Test
    @Tag("matrix")
    void web_page() {
        answered(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>",
                "The answer to a Ping is HTTP/1.1 200 OK with a web page (HTML)",
                "Check the path of the URL");
    }

    @Tag("long")
    @Test
    void silence() {
        try (ScriptedServer server = ScriptedServer.answering(new Reply("", Then.HANG))) {
            diagnosed(
                    server.url(),
                    "The server accepted the connection but did not answer a Ping within 500 ms.",
                    "--timeout",
                    "--timeout",
                    "500ms");
        }
    }

    @Tag("long")
    @Test
    void notifications_that_go_elsewhere() throws IOException {
        try (DeafPort elsewhere = DeafPort.any();
                DeafPort listening = DeafPort.any();
                Served server = Served.with("--notify", "http://127.0.0.1:" + elsewhere.number() + "/notify")) {
            int port = listening.number();
            listening.close();
            Path file = Files.writeString(
                    folder.resolve("target.yaml"),
                    "url: %s\nnotification: {type: value, listen: \"127.0.0.1:%d\"}\n".formatted(server.url(), port));

            diagnosed(
                    List.of("--target", file.toString()),
                    "No notification arrived at http://127.0.0.1:" + port + "/notify, where the suite plays the server"
                            + " application (it listens at 127.0.0.1, port " + port
                            + "): the last fragment of a probe upload was answered HTTP/1.1 5",
                    "BITS-Error-Context 0x7");
        }
    }

    private void answered(String answer, String diagnosis, String advice) {
        try (ScriptedServer server = ScriptedServer.answering(Reply.of(answer))) {
            diagnosed(server.url(), diagnosis, advice);
        }
    }

    private void diagnosed(String url, String diagnosis, String advice, String... options) {
        List<String> all = new ArrayList<>(List.of("--url", url));
        all.addAll(Arrays.asList(options));
        diagnosed(all, diagnosis, advice);
    }

    private void diagnosed(List<String> options, String diagnosis, String advice) {
        List<String> arguments = new ArrayList<>(
                List.of("run", "--plan", "smoke", "--out", folder.resolve("out").toString()));
        arguments.addAll(options);
        long begin = System.nanoTime();
        Ended run = Command.run(arguments.toArray(String[]::new));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONGEST);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEmpty();
        assertThat(run.lastLine()).startsWith("verdict: incomplete (plan smoke");
        String said = String.join(
                " ",
                run.lines().stream()
                        .filter(line -> !line.matches(" *\\d+/\\d+ .*"))
                        .toList());
        assertThat(said).startsWith(diagnosis).containsOnlyOnce(diagnosis).contains(advice);
        RunFolder files = new RunFolder(folder.resolve("out"));
        assertThat(files.verdict()).isEqualTo("incomplete");
        assertThat(files.report().path("reason").asText()).startsWith(diagnosis).contains(advice);
        assertThat(files.report().at("/counts/cases/incomplete").asInt()).isPositive();
        assertThat(files.inJUnit("cases", "error"))
                .hasSize(files.report().at("/counts/cases/incomplete").asInt());
    }
}
