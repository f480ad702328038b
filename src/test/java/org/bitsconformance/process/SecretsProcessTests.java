package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password or header value that the user gave is sent, but appears nowhere else. */
class SecretsProcessTests {

    private static final String PASSWORD = "PLANTED-pass-word";
    private static final String HEADER = "PLANTED-header-value";
    private static final String TOKEN =
            Base64.getEncoder().encodeToString(("u:" + PASSWORD).getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path folder;

    @Tag("long")
    @Test
    void given_by_options() {
        try (ScriptedServer server = echoing("\r\nX-Key: " + HEADER)) {
            check(
                    server,
                    Command.start(
                            Map.of(),
                            "run",
                            "--only",
                            "ping,create-session,close-session",
                            "--url",
                            server.url(),
                            "--user",
                            "u:" + PASSWORD,
                            "--header",
                            "X-Key: " + HEADER,
                            "--readback",
                            "none",
                            "--out",
                            folder.toString()));
            assertThat(server.requests()).allMatch(request -> request.contains(HEADER));
        }
    }

    @Tag("long")
    @Test
    void given_by_the_environment() {
        try (ScriptedServer server = echoing("")) {
            check(
                    server,
                    Command.start(
                            Map.of("BITS_USER", "u", "BITS_PASSWORD", PASSWORD),
                            "run",
                            "--only",
                            "ping",
                            "--only",
                            "create-session",
                            "--url",
                            server.url(),
                            "--readback",
                            "none",
                            "--out",
                            folder.toString()));
        }
    }

    @Tag("long")
    @Test
    void given_by_a_target_file() throws IOException {
        try (ScriptedServer server = echoing("\r\nX-Key: " + HEADER)) {
            Path target = Files.writeString(
                    Files.createDirectories(folder.resolve("files")).resolve("target.yaml"),
                    "url: " + server.url() + "\nuser: u\npassword: ${KEY}\nheaders:\n  X-Key: ${HEADER}\n");
            check(
                    server,
                    Command.start(
                            Map.of("KEY", PASSWORD, "HEADER", HEADER),
                            "run",
                            "--only",
                            "ping",
                            "--only",
                            "create-session",
                            "--target",
                            target.toString(),
                            "--readback",
                            "none",
                            "--out",
                            folder.toString()));
        }
    }

    /** The worst case: a server that echoes what it was given, so that reports quote it. */
    private static ScriptedServer echoing(String more) {
        return ScriptedServer.answering(Reply.ack(
                200,
                "BITS-Session-Id: {7df0354d-249b-430f-820d-3d2a9bef4931}",
                "BITS-Protocol: " + PASSWORD,
                "BITS-Error: " + TOKEN,
                "BITS-Received-Content-Range: " + PASSWORD + more));
    }

    private void check(ScriptedServer server, Command command) {
        Ended run = command.ended();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(server.requests()).hasSizeGreaterThan(10).allMatch(request -> request.contains("Basic " + TOKEN));
        assertThat(run.out() + run.err()).doesNotContain("PLANTED", TOKEN);
        RunFolder files = new RunFolder(folder);
        assertThat(files.texts())
                .hasSizeGreaterThan(10)
                .allSatisfy((file, text) -> assertThat(text).as(file.toString()).doesNotContain("PLANTED", TOKEN));
        assertThat(files.texts().get(folder.resolve("report.json"))).contains("***");
    }
}
