package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.server.Protection;
import org.bitsconformance.reference.server.Protection.Tls;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives plan smoke over each possible way to a server; the server is conformant, and so is the result. */
class WaysToServersTests {

    private static final ReferenceOptions PLAIN = ReferenceOptions.conformant(Document.MC_BUP);
    private static final String PROXY_USER = "\nproxyUser: pia\nproxyPassword: pr0xy-secret";
    private static final String SHOWN_TO_PROXY = "Basic cGlhOnByMHh5LXNlY3JldA==";

    @TempDir
    Path folder;

    @Test
    void over_tls_with_a_client_certificate_and_through_a_proxy_tunnel() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(PLAIN.withProtection(Protection.NONE.over(Tls.BOTH)));
                Relay proxy = Relay.proxy(server.port(), SHOWN_TO_PROXY)) {
            String tls = "url: https://localhost:" + server.port() + "/upload/\nca: "
                    + server.certificate().orElseThrow();
            String shown =
                    tls + "\nclientCertificate: " + server.clientCertificate().orElseThrow() + "\nclientPassword: "
                            + server.clientPassword().orElseThrow();

            assertThat(smoke(shown).verdict()).isEqualTo(RunVerdict.CONFORMANT);
            assertThat(smoke(
                                    shown + "\nproxy: http://127.0.0.1:" + proxy.port() + PROXY_USER,
                                    "only",
                                    "ping,upload-gap")
                            .verdict())
                    .isEqualTo(RunVerdict.CONFORMANT);
            assertThat(proxy.asked()).isNotEmpty().containsOnly("CONNECT localhost:" + server.port() + " HTTP/1.1");
            assertThat(smoke(tls).reason())
                    .contains("The server asks for a client certificate and ended the connection without one.");
        }
    }

    @Test
    void through_a_proxy() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(PLAIN);
                Relay proxy = Relay.proxy(server.port(), SHOWN_TO_PROXY)) {
            String way = "url: http://upload.invalid/upload/\nproxy: http://127.0.0.1:" + proxy.port();

            assertThat(smoke(way + PROXY_USER).verdict()).isEqualTo(RunVerdict.CONFORMANT);
            assertThat(proxy.asked()).allMatch(line -> line.contains(" http://upload.invalid/upload/"));
            assertThat(smoke(way).reason())
                    .contains("The proxy 127.0.0.1:" + proxy.port()
                            + " asks for authentication (407; Basic). Give \"proxyUser\" and \"proxyPassword\" in the"
                            + " target file.");
        }
    }

    @Test
    void over_ipv6() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        assumeTrue(hasIpv6(loopback), "this machine has no IPv6");
        try (ReferenceServer server = ReferenceServer.start(PLAIN);
                Relay relay = Relay.from(loopback, server.port())) {
            RunResult result = smoke("url: http://[::1]:" + relay.port() + "/upload/");

            assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
            assertThat(Files.readString(folder.resolve("out/transcript/events.jsonl")))
                    .contains("\\r\\nHost: [::1]:" + relay.port() + "\\r\\n");
        }
    }

    private static boolean hasIpv6(InetAddress loopback) {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private RunResult smoke(String target) throws IOException {
        return smoke(target, "plan", "smoke");
    }

    private RunResult smoke(String target, String option, String value) throws IOException {
        Path file = Files.writeString(folder.resolve("target.yaml"), target + "\n");
        return InProcess.run(InProcess.request(
                "", folder.resolve("out"), "target", file.toString(), option, value, "timeout", "10s"));
    }
}
