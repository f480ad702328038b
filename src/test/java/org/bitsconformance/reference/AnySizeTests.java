package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.http.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that accepts uploads of any size and keeps only the length and digest of large ones. */
class AnySizeTests {

    private static final Bytes LARGE = TestData.bytes(3_000_000);
    private static final Bytes SMALL = TestData.bytes(1 << 20);

    private ReferenceServer server;
    private SocketWire wire;
    private Driver driver;

    @BeforeEach
    void start() throws IOException {
        server = ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).takingAnySize());
        wire = new SocketWire(server.port());
        driver = new Driver(wire);
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.close();
    }

    @Test
    void keepsLengthAndDigestOfALargeUpload() {
        driver.upload("/upload/f", LARGE);

        ReceivedReply told = head();
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Content-Length")).contains("3000000");
        assertThat(told.header("Repr-Digest")).contains("sha-256=:" + sha256(LARGE) + ":");
        assertThat(driver.get("/upload/f").status()).isEqualTo(501);
    }

    @Test
    void keepsTheBytesOfASmallOne() {
        driver.upload("/upload/f", SMALL);

        assertThat(driver.get("/upload/f").body().array()).isEqualTo(SMALL.array());
        assertThat(head().header("Repr-Digest")).isEmpty();
    }

    @Test
    void becomesLargeWithTheFragmentThatExceedsTheLimit() {
        String id = driver.open("/upload/f");
        driver.fragment("/upload/f", id, LARGE, 0, 999_999);
        driver.fragment("/upload/f", id, LARGE, 1_000_000, 2_999_999);
        driver.close("/upload/f", id);

        assertThat(head().header("Repr-Digest")).contains("sha-256=:" + sha256(LARGE) + ":");
    }

    @Test
    void storesOnlyTheNewBytesOfAnOverlap() throws IOException {
        server.close();
        wire.close();
        server = ReferenceServer.start(
                ReferenceOptions.conformant(Document.WIN32).takingAnySize());
        wire = new SocketWire(server.port());
        driver = new Driver(wire);
        String id = driver.open("/upload/f");
        driver.fragment("/upload/f", id, LARGE, 0, 1_999_999);
        assertThat(driver.fragment("/upload/f", id, LARGE, 500_000, 2_999_999).status())
                .isEqualTo(200);
        driver.close("/upload/f", id);

        assertThat(head().header("Repr-Digest")).contains("sha-256=:" + sha256(LARGE) + ":");
    }

    @Test
    void forgetsWhatIsDeletedOrReplaced() {
        driver.upload("/upload/f", LARGE);
        driver.upload("/upload/f", SMALL);
        assertThat(driver.get("/upload/f").body().length()).isEqualTo(1 << 20);
        driver.upload("/upload/f", LARGE);
        assertThat(driver.get("/upload/f").status()).isEqualTo(501);

        assertThat(wire.send("DELETE", "/upload/f", List.of(), Bytes.NONE).status())
                .isEqualTo(204);
        assertThat(driver.get("/upload/f").status()).isEqualTo(404);
        assertThat(wire.send("DELETE", "/upload/f", List.of(), Bytes.NONE).status())
                .isEqualTo(404);
    }

    private ReceivedReply head() {
        return wire.send("HEAD", "/upload/f", List.of(), Bytes.NONE);
    }

    private static String sha256(Bytes bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
