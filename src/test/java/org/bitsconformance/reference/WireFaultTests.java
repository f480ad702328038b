package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.fault.AckFault;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FaultyValues;
import org.bitsconformance.reference.fault.WireFault;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faults below the Ack deviate as their titles say. */
public class WireFaultTests {

    private static final Bytes DATA = TestData.bytes(3000);
    private static final String PAGE_LENGTH = String.valueOf(FaultyValues.PAGE.length());

    @FunctionalInterface
    private interface Client {

        void talk(SocketWire wire, Driver driver) throws IOException;
    }

    @Test
    void acksInHttp10() throws IOException {
        with(WireFault.ACK_AS_HTTP_1_0, (wire, driver) -> {
            ping(wire);
            assertThat(wire.readLine()).isEqualTo("HTTP/1.0 200 OK");
            assertThat(rest(wire)).contains("BITS-Packet-Type: Ack");
        });
    }

    @Test
    void acksWithALineThatIsNotAHeader() throws IOException {
        with(WireFault.ACK_LINE_WITHOUT_COLON, (wire, driver) -> {
            ping(wire);
            assertThat(header(wire)).contains("a line without a colon");
            ping(wire);
            assertThat(wire.readLine()).isEqualTo("HTTP/1.1 200 OK");
        });
    }

    @Test
    void acksInBadChunks() throws IOException {
        with(WireFault.ACK_CHUNKS_WITHOUT_SIZE, (wire, driver) -> {
            assertThat(driver.ping("/upload/f").headers().fields())
                    .contains(new HeaderField("Transfer-Encoding", "chunked"))
                    .noneMatch(header -> header.isNamed(BitsHeaders.CONTENT_LENGTH));
            assertThat(wire.readLine()).isEqualTo("size");
        });
    }

    @Test
    void twoAcks() throws IOException {
        with(WireFault.ACK_SENT_TWICE, (wire, driver) -> {
            assertThat(driver.ping("/upload/f").status()).isEqualTo(200);
            assertThat(wire.read(false).status()).isEqualTo(200);
            assertThat(driver.create("/upload/").status()).isEqualTo(400);
            assertThat(wire.read(false).status()).isEqualTo(400);
        });
    }

    @Test
    void textAfterAcks() throws IOException {
        with(WireFault.ACK_FOLLOWED_BY_TEXT, (wire, driver) -> {
            assertThat(driver.ping("/upload/f").header(BitsHeaders.CONTENT_LENGTH))
                    .contains("0");
            assertThat(wire.readLine()).isEqualTo("and one line more");
        });
    }

    @Test
    void pagesLongerThanTheirLength() throws IOException {
        with(WireFault.ERROR_LENGTH_TOO_SMALL, (wire, driver) -> {
            assertThat(driver.close("/upload/f", "x").body().array())
                    .isEqualTo(FaultyValues.PAGE.slice(0, 10).array());
            assertThat(wire.readLine()).endsWith("</html>");
        });
    }

    @Test
    void pagesThatNeverCome() throws IOException {
        with(WireFault.ERROR_LENGTH_TOO_LARGE, (wire, driver) -> {
            wire.write(head("Close-Session") + "\r\n", Bytes.NONE);
            assertThat(header(wire)).contains("Content-Length: " + PAGE_LENGTH);
            ping(wire);
            assertThat(wire.readLine()).as("what comes next").isEqualTo("HTTP/1.1 200 OK");
        });
    }

    @Test
    void bodiesThatAreReadAsRequests() throws IOException {
        with(WireFault.FRAGMENT_BODY_LEFT_UNREAD, (wire, driver) -> {
            String id = driver.open("/upload/f");
            Bytes request = Bytes.of("DELETE /upload/f HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(driver.fragment("/upload/f", id, "bytes 100-" + (99 + request.length()) + "/1000", request)
                            .status())
                    .isEqualTo(416);
            assertThat(wire.read(false).status()).isEqualTo(404);
            assertThat(driver.fragment("/upload/f", id, DATA, 0, 99).status()).isEqualTo(200);
            assertThat(driver.fragment("/upload/f", id, DATA, 1000, 1999).status())
                    .isEqualTo(416);
            assertThat(wire.read(false).status()).isEqualTo(400);
        });
    }

    @Test
    void bodiesOfOtherPacketsAreReadAsRequests() throws IOException {
        Bytes request = Bytes.of("GET /upload/f HTTP/1.1\r\nHost: h\r\n\r\n");
        with(WireFault.BODIES_LEFT_UNREAD, (wire, driver) -> {
            wire.write(head("Ping") + "Content-Length: " + request.length() + "\r\n\r\n", request);
            assertThat(wire.read(false).status()).isEqualTo(200);
            assertThat(wire.read(false).status()).isEqualTo(404);
            String id = driver.open("/upload/f");
            assertThat(driver.fragment("/upload/f", id, DATA, 0, 99).status()).isEqualTo(200);
            assertThat(driver.ping("/upload/f").status()).isEqualTo(200);
        });
    }

    @Test
    void errorsWithoutLength() throws IOException {
        with(WireFault.ERRORS_WITHOUT_LENGTH, (wire, driver) -> {
            assertThat(driver.close("/upload/f", "x").headers().fields())
                    .noneMatch(header -> header.isNamed(BitsHeaders.CONTENT_LENGTH) || header.isNamed("Connection"));
            assertThat(driver.ping("/upload/f").header(BitsHeaders.CONTENT_LENGTH))
                    .contains("0");
        });
    }

    @Test
    void blanksAreKept() throws IOException {
        with(AckFault.VALUES_NOT_TRIMMED, (wire, driver) -> {
            assertThat(driver.ping("/upload/f").status()).isEqualTo(200);
            wire.write(head(" Ping") + "Content-Length: 0\r\n\r\n", Bytes.NONE);
            assertThat(wire.read(false).status()).isEqualTo(400);
            wire.write(head("Ping\t") + "Content-Length: 0\r\n\r\n", Bytes.NONE);
            assertThat(wire.read(false).status()).isEqualTo(400);
            wire.write(head("Ping") + "Content-Length:  0 \r\n\r\n", Bytes.NONE);
            assertThat(wire.read(false).status()).isEqualTo(200);
        });
    }

    @Test
    void hangsUp() throws IOException {
        with(WireFault.FRAGMENT_HANGS_UP, (wire, driver) -> {
            String id = driver.open("/upload/f");
            wire.write(head("Fragment") + "BITS-Session-Id: " + id + "\r\nContent-Length: 9\r\n\r\n", Bytes.NONE);
            assertThat(rest(wire)).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CUT_OFF_FRAGMENT_COUNTED_TWICE, 3000, 2000",
        "CUT_OFF_FRAGMENT_LOST, 2000, 2000",
        "CLOSE_ANSWER_DRIPS, 1000, 3000"
    })
    void partsOfFragments(WireFault fault, int next, int delivered) {
        BitsServer server = DirectWire.server(Document.WIN32, fault);
        Driver driver = DirectWire.driver(server);
        String id = driver.open("/f");
        driver.fragment("/f", id, DATA, 0, 999);
        server.takeCutOff(
                new ReceivedPacket("BITS_POST", "/f", Optional.empty(), cutOff(id), DATA.slice(1000, 2000), 0));
        ReceivedReply gap = driver.fragment("/f", id, "bytes 9999-9999/10000", Bytes.of("x"));
        assertThat(gap.status()).isEqualTo(400);
        assertThat(gap.header(BitsHeaders.RECEIVED_CONTENT_RANGE)).contains(String.valueOf(next));
        driver.fragment("/f", id, DATA, 1000, 2999);
        driver.close("/f", id);
        assertThat(driver.get("/f").body().length()).isEqualTo(delivered);
    }

    private static HeaderFields cutOff(String id) {
        return HeaderFields.NONE
                .with(BitsHeaders.PACKET_TYPE, "Fragment")
                .with(BitsHeaders.SESSION_ID, id)
                .with(BitsHeaders.CONTENT_RANGE, "bytes 1000-2999/3000")
                .with(BitsHeaders.CONTENT_LENGTH, "2000");
    }

    @Test
    void statusLinesWithoutHttp() throws IOException {
        with(WireFault.CLOSE_STATUS_LINE_WITHOUT_HTTP, (wire, driver) -> {
            wire.write(head("Close-Session") + "\r\n", Bytes.NONE);
            assertThat(wire.readLine()).isEqualTo("400 Bad Request");
        });
    }

    @Test
    void headersCutOff() throws IOException {
        with(WireFault.CLOSE_ANSWER_CUT_IN_HEADER, (wire, driver) -> {
            wire.write(head("Close-Session") + "\r\n", Bytes.NONE);
            assertThat(rest(wire)).startsWith("HTTP/1.1 400 Bad Request").doesNotContain("Connection");
        });
    }

    @Test
    void headersCutOffByReset() throws IOException {
        with(
                WireFault.CLOSE_ANSWER_RESET_IN_HEADER,
                (wire, driver) -> assertThatThrownBy(() -> driver.close("/upload/f", "x"))
                        .hasCauseInstanceOf(SocketException.class));
    }

    @Test
    void drips() throws IOException {
        with(WireFault.CLOSE_ANSWER_DRIPS, (wire, driver) -> {
            wire.write(head("Close-Session") + "\r\n", Bytes.NONE);
            assertThat(wire.readLine()).isEqualTo("HTTP/1.1 400 Bad Request");
            assertThat(wire.readLine()).isEqualTo("X-Drip: drip");
            assertThat(wire.readLine()).isEqualTo("X-Drip: drip");
        });
    }

    @Test
    void aConnectionClosedDuringAnUploadHoldsUpTheNext() throws IOException {
        ReferenceOptions options =
                ReferenceOptions.conformant(Document.MC_BUP).withFaults(WireFault.CLOSED_CONNECTION_WAITED_FOR);
        try (ReferenceServer server = ReferenceServer.start(options)) {
            try (SocketWire first = new SocketWire(server.port())) {
                new Driver(first).open("/upload/f");
            }
            long closed = System.nanoTime();
            try (SocketWire second = new SocketWire(server.port())) {
                assertThat(new Driver(second).ping("/upload/f").status()).isEqualTo(200);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - closed)).isGreaterThan(Duration.ofMillis(2500));
        }
    }

    private static void with(Fault fault, Client client) throws IOException {
        try (ReferenceServer server = ReferenceServer.start(
                        ReferenceOptions.conformant(Document.MC_BUP).withFaults(fault));
                SocketWire wire = new SocketWire(server.port())) {
            client.talk(wire, new Driver(wire));
        }
    }

    private static String head(String type) {
        return "BITS_POST /upload/f HTTP/1.1\r\nHost: h\r\nBITS-Packet-Type: " + type + "\r\n";
    }

    private static void ping(SocketWire wire) throws IOException {
        wire.write(head("Ping") + "Content-Length: 0\r\n\r\n", Bytes.NONE);
    }

    private static String header(SocketWire wire) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String line = wire.readLine(); !line.isEmpty(); line = wire.readLine()) {
            lines.append(line).append('\n');
        }
        return lines.toString();
    }

    /** Everything that comes until the connection ends. */
    private static String rest(SocketWire wire) throws IOException {
        StringBuilder lines = new StringBuilder();
        while (true) {
            try {
                lines.append(wire.readLine()).append('\n');
            } catch (EOFException end) {
                return lines + end.getMessage().replaceFirst("(?s).* after \"(.*)\"", "$1");
            }
        }
    }
}
