package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.bitsconformance.certificate.Certificates;
import org.bitsconformance.drive.tls.TlsSockets;
import org.bitsconformance.target.Trust;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS on both sides of the proxy. */
class TlsPassingTests {

    private static Certificates made;
    private static SSLContext keys;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeCertificate() throws IOException {
        made = Certificates.make(false);
        keys = ListeningKeys.ofPkcs12(made.server(), made.password());
    }

    @AfterAll
    static void removeCertificate() {
        made.close();
    }

    private ServerSocket server() throws IOException {
        return keys.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private ObservationSettings settings(ServerSocket server, Trust trust) {
        ObservationSettings plain =
                Between.settings(folder, "https://127.0.0.1:" + server.getLocalPort() + "/up/", Duration.ofSeconds(20));
        return new ObservationSettings(
                new ObservationSettings.Entrance("127.0.0.1", 0, Optional.of(keys)),
                plain.upstream().with(trust),
                plain.out(),
                plain.judging());
    }

    private static ProxyPeer client(Observation observation) throws IOException {
        int port = observation.url().getPort();
        return new ProxyPeer(new TlsSockets(new Trust(Optional.of(made.pem()), false), Optional.empty(), true)
                .over(new Socket(InetAddress.getLoopbackAddress(), port), "127.0.0.1", port));
    }

    @Test
    void passes_packets_and_urls() throws IOException {
        try (ServerSocket server = server();
                Observation observation =
                        Observation.start(settings(server, new Trust(Optional.of(made.pem()), false)));
                ProxyPeer client = client(observation)) {
            assertThat(observation.url().getScheme()).isEqualTo("https");
            client.send("BITS_POST /up/a HTTP/1.1\r\nHost: 127.0.0.1:"
                    + observation.url().getPort() + "\r\nBITS-Packet-Type: Ping\r\nContent-Length: 0\r\n\r\n");
            ProxyPeer at = new ProxyPeer(server.accept());
            assertThat(at.head()).contains("Host: 127.0.0.1:" + server.getLocalPort() + "\r\n");
            at.send(Between.ack(200, "Location: https://127.0.0.1:" + server.getLocalPort() + "/b"));
            assertThat(client.head())
                    .contains("Location: https://127.0.0.1:" + observation.url().getPort() + "/b");
        }
        assertThat(RecordReader.read(folder.resolve("transcript")).stream()
                        .filter(ConnectionOpened.class::isInstance)
                        .map(event -> ((ConnectionOpened) event).security()))
                .singleElement()
                .asString()
                .startsWith("TLS");
    }

    @Test
    void a_certificate_that_is_not_trusted_is_told() throws IOException {
        try (ServerSocket server = server();
                Observation observation = Observation.start(settings(server, Trust.PLATFORM));
                ProxyPeer client = client(observation)) {
            Thread handshake = new Thread(() -> ProxyPeer.handshake(server));
            handshake.setDaemon(true);
            handshake.start();
            client.send("BITS_POST /up/a HTTP/1.1\r\nHost: a\r\nBITS-Packet-Type: Ping\r\nContent-Length: 0\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 502");
            assertThat(client.rest()).contains("no TLS connection");
        }
    }

    @Test
    void reads_pem_files() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(made.server())) {
            store.load(in, made.password().toCharArray());
        }
        byte[] key = store.getKey(store.aliases().nextElement(), made.password().toCharArray())
                .getEncoded();
        Path pem = Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");
        assertThat(ListeningKeys.ofPem(made.pem(), pem)).isNotNull();
        assertThatThrownBy(() -> ListeningKeys.ofPem(pem, pem)).hasMessage(pem + " has no PEM certificate");
        assertThatThrownBy(() -> ListeningKeys.ofPem(made.pem(), made.pem()))
                .hasMessageContaining("has no \"BEGIN PRIVATE KEY\"");
    }
}
