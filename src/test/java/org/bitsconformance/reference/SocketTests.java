package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as seen through a socket. */
class SocketTests {

    private static final Bytes DATA = TestData.bytes(10_000);

    FrontEndKind frontEnd() {
        return FrontEndKind.WIREMOCK;
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void uploadsOverOneConnectionAndReadsBack(Document dialect) throws IOException {
        try (ReferenceServer server = conformant(dialect);
                SocketWire wire = new SocketWire(server.port())) {
            Driver driver = new Driver(wire);
            String path = server.uploadUrl().getPath() + "a/b.bin";
            assertThat(driver.ping(path).status()).isEqualTo(200);
            driver.upload(path + "?query=kept", DATA);
            ReceivedReply file = driver.get(path);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Content-Type")).contains("application/octet-stream");
            assertThat(file.body().array()).isEqualTo(DATA.array());
        }
    }

    @Test
    void answersHeadDeleteAndOtherMethods() throws IOException {
        try (ReferenceServer server = conformant(Document.MC_BUP);
                SocketWire wire = new SocketWire(server.port())) {
            new Driver(wire).upload("/upload/f", DATA);
            ReceivedReply head = wire.send("HEAD", "/upload/f", List.of(), Bytes.NONE);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Length")).contains("10000");
            assertThat(wire.send("DELETE", "/upload/f", List.of(), Bytes.NONE).status())
                    .isEqualTo(204);
            assertThat(wire.send("DELETE", "/upload/f", List.of(), Bytes.NONE).status())
                    .isEqualTo(404);
            ReceivedReply put =
                    wire.send("PUT", "/upload/f", List.of(new HeaderField("Content-Length", "0")), Bytes.NONE);
            assertThat(put.status()).isEqualTo(405);
            assertThat(put.header("Allow")).get().asString().contains("BITS_POST");
            assertThat(wire.send("bits_post", "/upload/f", List.of(), Bytes.NONE)
                            .status())
                    .isEqualTo(405);
        }
    }

    @Test
    void acceptsPostThatOverridesItsMethod() throws IOException {
        try (ReferenceServer server = conformant(Document.WIN32);
                SocketWire wire = new SocketWire(server.port())) {
            HeaderField type = new HeaderField(BitsHeaders.PACKET_TYPE, "Ping");
            HeaderField length = new HeaderField(BitsHeaders.CONTENT_LENGTH, "0");
            HeaderField override = new HeaderField(BitsHeaders.METHOD_OVERRIDE, "BITS_POST");
            assertThat(wire.send("POST", "/upload/f", List.of(type, length, override), Bytes.NONE)
                            .header(BitsHeaders.PACKET_TYPE))
                    .contains("Ack");
            assertThat(wire.send("POST", "/upload/f", List.of(type, length), Bytes.NONE)
                            .status())
                    .isEqualTo(405);
        }
    }

    /** The requests of a Windows client, header by header, as in MC-BUP 4.1. */
    @ParameterizedTest
    @EnumSource(Document.class)
    void acceptsTheDocumentedTraffic(Document dialect) throws IOException {
        Bytes data = TestData.bytes(4892);
        try (ReferenceServer server = conformant(dialect);
                SocketWire wire = new SocketWire(server.port())) {
            wire.write(
                    windows("Create-Session", "BITS-Supported-Protocols: " + UploadProtocol.BITS_1_5, 0), Bytes.NONE);
            String id = wire.read(false).header(BitsHeaders.SESSION_ID).orElseThrow();
            String session = "BITS-Session-Id: " + id + "\r\nContent-Name: rfc2119.txt";
            wire.write(windows("Fragment", session + "\r\nContent-Range: bytes 0-4891/4892", 4892), data);
            assertThat(wire.read(false).header(BitsHeaders.RECEIVED_CONTENT_RANGE))
                    .contains("4892");
            wire.write(windows("Ping", "Pragma: no-cache", 0), Bytes.NONE);
            assertThat(wire.read(false).status()).isEqualTo(200);
            wire.write(windows("Close-Session", session, 0), Bytes.NONE);
            assertThat(wire.read(false).status()).isEqualTo(200);
            assertThat(new Driver(wire).get("/upload/2000mb-rfc2119.txt").body().array())
                    .isEqualTo(data.array());
        }
    }

    private static String windows(String type, String lines, int length) {
        return "BITS_POST /upload/2000mb-rfc2119.txt HTTP/1.1\r\nAccept: */*\r\nBITS-Packet-Type: " + type + "\r\n"
                + lines + "\r\nUser-Agent: Microsoft BITS/6.7\r\nHost: frankcao8\r\nContent-Length: " + length
                + "\r\nConnection: Keep-Alive\r\n\r\n";
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void everyAckIsFramedAndHasItsType(Document dialect) throws IOException {
        try (ReferenceServer server = conformant(dialect);
                SocketWire wire = new SocketWire(server.port())) {
            Driver driver = new Driver(wire);
            String id = driver.open("/upload/f");
            List<ReceivedReply> acks = List.of(
                    driver.ping("/upload/f"),
                    driver.create("/upload/g"),
                    driver.create("/upload/"),
                    driver.fragment("/upload/f", id, DATA, 0, 9),
                    driver.fragment("/upload/f", id, DATA, 50, 59),
                    driver.fragment("/upload/f", id, "nonsense", Bytes.of("abc")),
                    driver.fragment("/upload/f", "unknown", DATA, 0, 9),
                    driver.cancel("/upload/f", id),
                    driver.close("/upload/f", id));
            assertThat(acks).allSatisfy(ack -> {
                assertThat(ack.headers().all(BitsHeaders.PACKET_TYPE)).containsExactly("Ack");
                assertThat(ack.headers().all(BitsHeaders.CONTENT_LENGTH)).containsExactly("0");
                assertThat(ack.header("Transfer-Encoding")).isEmpty();
            });
        }
    }

    @Test
    void storesBodiesThatLookCompressedOrLikeForms() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(DATA.array());
        }
        Bytes data = Bytes.of(packed.toByteArray());
        try (ReferenceServer server = conformant(Document.MC_BUP);
                SocketWire wire = new SocketWire(server.port())) {
            Driver driver = new Driver(wire);
            String id = driver.open("/upload/f.gz");
            ReceivedReply ack = driver.post(
                    "/upload/f.gz",
                    data,
                    new HeaderField(BitsHeaders.PACKET_TYPE, "Fragment"),
                    new HeaderField(BitsHeaders.SESSION_ID, id),
                    new HeaderField("Content-Type", "application/x-www-form-urlencoded"),
                    new HeaderField(BitsHeaders.CONTENT_RANGE, "bytes 0-" + (data.length() - 1) + "/" + data.length()),
                    new HeaderField(BitsHeaders.CONTENT_LENGTH, String.valueOf(data.length())));
            assertThat(ack.status()).isEqualTo(200);
            driver.close("/upload/f.gz", id);
            assertThat(driver.get("/upload/f.gz").body().array()).isEqualTo(data.array());
        }
    }

    @Test
    void refusesEncodedFragmentsAndGoesOn() throws IOException {
        try (ReferenceServer server = conformant(Document.MC_BUP);
                SocketWire wire = new SocketWire(server.port())) {
            Driver driver = new Driver(wire);
            String id = driver.open("/upload/f");
            ReceivedReply ack = driver.post(
                    "/upload/f",
                    Bytes.of("xyz"),
                    new HeaderField(BitsHeaders.PACKET_TYPE, "Fragment"),
                    new HeaderField(BitsHeaders.SESSION_ID, id),
                    new HeaderField(BitsHeaders.CONTENT_ENCODING, "gzip"),
                    new HeaderField(BitsHeaders.CONTENT_RANGE, "bytes 0-2/3"),
                    new HeaderField(BitsHeaders.CONTENT_LENGTH, "3"));
            assertThat(ack.status()).isEqualTo(415);
            assertThat(driver.fragment("/upload/f", id, "bytes 0-2/3", Bytes.of("xyz"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void answersRequestsWithLongHeadersAsBits() throws IOException {
        try (ReferenceServer server = conformant(Document.MC_BUP);
                SocketWire wire = new SocketWire(server.port())) {
            ReceivedReply ack = new Driver(wire)
                    .packet(
                            PacketType.PING,
                            "/upload/f",
                            new HeaderField(BitsHeaders.CONTENT_NAME, "n".repeat(20_000)));
            assertThat(ack.status()).isEqualTo(400);
            assertThat(ack.header(BitsHeaders.ERROR)).contains("0x80070057");
        }
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void storesFragmentsOf4MbQuickly(Document dialect) throws IOException {
        Bytes data = TestData.bytes(8 << 20);
        try (ReferenceServer server = conformant(dialect);
                SocketWire wire = new SocketWire(server.port())) {
            Driver driver = new Driver(wire);
            Assertions.assertTimeout(Duration.ofSeconds(10), () -> driver.upload("/upload/f", data));
            assertThat(driver.get("/upload/f").body().array()).isEqualTo(data.array());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/upload/a%20b", "/upload/%C3%A9", "/upload/no/such/folder/f", "/upload/a+b", "/upload/a%2Fb"})
    void readsBackUnderTheNameOfTheUpload(String path) throws IOException {
        try (ReferenceServer server = conformant(Document.MC_BUP);
                SocketWire wire = new SocketWire(server.port())) {
            Driver driver = new Driver(wire);
            driver.upload(path, DATA);
            assertThat(driver.get(path).body().array()).isEqualTo(DATA.array());
        }
    }

    @Test
    void servesSessionsOfManyConnectionsAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try (ReferenceServer server = conformant(Document.WIN32)) {
            List<CompletableFuture<Void>> uploads = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> uploadAndCheck(server, "/upload/" + i, i), clients))
                    .toList();
            assertThat(uploads).allSatisfy(upload -> assertThat(upload).succeedsWithin(Duration.ofSeconds(60)));
        } finally {
            clients.shutdownNow();
        }
    }

    private static void uploadAndCheck(ReferenceServer server, String path, int seed) {
        Bytes data = TestData.bytes(50_000 + seed);
        try (SocketWire wire = new SocketWire(server.port())) {
            Driver driver = new Driver(wire);
            driver.upload(path, data);
            assertThat(driver.get(path).body().array()).isEqualTo(data.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReferenceServer conformant(Document dialect) {
        return ReferenceServer.start(ReferenceOptions.conformant(dialect).withFrontEnd(frontEnd()));
    }
}
