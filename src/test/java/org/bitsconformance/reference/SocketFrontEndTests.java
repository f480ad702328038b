package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.MalformedRequest;
import org.bitsconformance.reference.http.RequestBody;
import org.bitsconformance.reference.http.RequestReader;
import org.bitsconformance.reference.http.Spool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP as the plain socket front end speaks it, byte by byte. */
class SocketFrontEndTests {

    private static final String PING = "BITS-Packet-Type: Ping\r\n";
    private static final String HOST = "Host: h\r\n";
    private static final String EMPTY = "Content-Length: 0\r\n";
    private static final String POST = "BITS_POST /upload/f HTTP/1.1\r\n";

    private ReferenceServer server;
    private SocketWire wire;

    @BeforeEach
    void start() throws IOException {
        server = ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).withFrontEnd(FrontEndKind.SOCKET));
        wire = new SocketWire(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.close();
    }

    @Test
    void keepsTheConnectionUntilTheClientSaysClose() throws IOException {
        assertThat(send(POST + HOST + PING + EMPTY).status()).isEqualTo(200);
        ReceivedReply last = send(POST + HOST + PING + EMPTY + "Connection: Close\r\n");
        assertThat(last.status()).isEqualTo(200);
        assertThat(last.header("Connection")).contains("close");
        assertEnded();
    }

    @Test
    void answersPipelinedRequestsInOrder() throws IOException {
        String id = new Driver(wire).open("/upload/f");
        String session = "BITS-Session-Id: " + id + "\r\n";
        wire.write(
                POST + HOST + PING + EMPTY + "\r\n" + POST + HOST + "BITS-Packet-Type: Cancel-Session\r\n" + session
                        + EMPTY + "\r\n\r\n" + POST + HOST + "BITS-Packet-Type: Hello\r\n" + EMPTY + "\r\n",
                Bytes.NONE);
        assertThat(wire.read(false).status()).isEqualTo(200);
        assertThat(wire.read(false).header(BitsHeaders.SESSION_ID)).contains(id);
        assertThat(wire.read(false).status()).isEqualTo(400);
    }

    @Test
    void answersHttp10AndCloses() throws IOException {
        assertThat(send("BITS_POST /upload/f HTTP/1.0\r\n" + PING + EMPTY).status())
                .isEqualTo(200);
        assertEnded();
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/upload/f, /upload/f",
        "HTTP://h:80/upload/f?query, /upload/f",
        "https://h/upload/f, /upload/f",
        "/upload/f?query, /upload/f"
    })
    void acceptsWholeUrlsAsTargets(String target, String path) throws IOException {
        Driver driver = new Driver(wire);
        String id = driver.open(target);
        assertThat(driver.cancel(path, id).status()).isEqualTo(200);
    }

    @Test
    void readsHeadersAsHttpSpecifies() throws IOException {
        ReceivedReply folded = send(POST + "hOST:h\r\nbits-packet-TYPE:\r\n  \t Ping \t \r\n" + EMPTY);
        assertThat(folded.status()).isEqualTo(200);
        assertThat(folded.header(BitsHeaders.PACKET_TYPE)).contains("Ack");
        assertThat(send((POST + HOST + PING + EMPTY).replace("\r", "")).status())
                .isEqualTo(200);
        assertThat(send(POST + HOST + PING + "BITS-Packet-Type: Ping\r\n" + EMPTY)
                        .header(BitsHeaders.ERROR))
                .as("two packet types")
                .contains("0x80070057");
    }

    @Test
    void readsChunkedBodies() throws IOException, MalformedRequest {
        String head = "POST /upload/f HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + HOST + "\r\n";
        String chunks = "4\r\nabcd\r\n06;name=value\r\nefghij\r\n0\r\nTrailer: x\r\n\r\n";
        RequestReader requests = new RequestReader(
                new ByteArrayInputStream((head + chunks + "GET").getBytes(StandardCharsets.ISO_8859_1)));
        RequestBody body = requests.body(requests.head().orElseThrow(), Spool.inMemory());
        assertThat(body.whole()).isTrue();
        assertThat(new String(body.bytes().array(), StandardCharsets.ISO_8859_1))
                .isEqualTo("abcdefghij");
        assertThat(send(POST + HOST + PING + "Transfer-Encoding: chunked\r\n", chunks)
                        .status())
                .as("MC-BUP asks for a length")
                .isEqualTo(411);
        assertThat(send(POST + HOST + PING + EMPTY).status())
                .as("the next request")
                .isEqualTo(200);
    }

    @Test
    void asksForTheBodyOfAClientThatWaits() throws IOException {
        String id = new Driver(wire).open("/upload/f");
        wire.write(
                POST + HOST + "BITS-Packet-Type: Fragment\r\nBITS-Session-Id: " + id
                        + "\r\nContent-Range: bytes 0-9/20\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n",
                Bytes.NONE);
        assertThat(wire.readLine()).isEqualTo("HTTP/1.1 100 Continue");
        assertThat(wire.readLine()).isEmpty();
        wire.write("", Bytes.of("0123456789"));
        assertThat(wire.read(false).header(BitsHeaders.RECEIVED_CONTENT_RANGE)).contains("10");
    }

    @Test
    void keepsNothingOfABodyThatIsCutOff() throws IOException {
        String id;
        try (SocketWire other = new SocketWire(server.port())) {
            id = new Driver(other).open("/upload/f");
            other.write(
                    POST + HOST + "BITS-Packet-Type: Fragment\r\nBITS-Session-Id: " + id
                            + "\r\nContent-Range: bytes 0-9/20\r\nContent-Length: 10\r\n\r\n",
                    Bytes.of("01234"));
        }
        Bytes data = TestData.bytes(20);
        assertThat(new Driver(wire).fragment("/upload/f", id, data, 0, 19).status())
                .isEqualTo(200);
        new Driver(wire).close("/upload/f", id);
        assertThat(new Driver(wire).get("/upload/f").body().array()).isEqualTo(data.array());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BITS_POST /upload/f | 400",
                "BITS_POST /upload/f HTTP/1.1 x | 400",
                "BITS POST /upload/f HTTP/1.1 | 400",
                "B@D /upload/f HTTP/1.1 | 400",
                "BITS_POST upload/f HTTP/1.1 | 400",
                "BITS_POST /upload/f HTTP/2.0 | 505"
            })
    void refusesRequestLines(String line, int status) throws IOException {
        assertRefused(line + "\r\n" + HOST + PING + EMPTY, status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PING + EMPTY,
                HOST + HOST + PING + EMPTY,
                " folded: first\r\n" + HOST + PING + EMPTY,
                HOST + "a line without a colon\r\n" + PING + EMPTY,
                HOST + "Content-Length : 0\r\n" + PING,
                HOST + ": no name\r\n" + PING + EMPTY,
                HOST + "X: a\0b\r\n" + PING + EMPTY,
                HOST + "X: a\rb\r\n" + PING + EMPTY,
                HOST + PING + EMPTY + "Content-Length: 1\r\n",
                HOST + PING + "Content-Length: -1\r\n",
                HOST + PING + "Content-Length: 1234567890123456789\r\n",
                HOST + PING + EMPTY + "Transfer-Encoding: chunked\r\n"
            })
    void refusesHeaders(String headers) throws IOException {
        assertRefused(POST + headers, 400);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        assertRefused(POST + HOST + PING + "Transfer-Encoding: gzip, chunked\r\n", 501);
    }

    @Test
    void refusesUnknownExpectations() throws IOException {
        assertRefused(POST + HOST + PING + EMPTY + "Expect: the-unexpected\r\n", 417);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\n", "-1\r\n", "3\r\nfour\r\n0\r\n\r\n", "123456789\r\n"})
    void refusesMalformedChunks(String chunks) throws IOException {
        wire.write(POST + HOST + PING + "Transfer-Encoding: chunked\r\n\r\n" + chunks, Bytes.NONE);
        assertPlain(wire.read(false), 400);
        assertEnded();
    }

    @Test
    void refusesHeadersAndBodiesThatWouldFillTheMemory() throws IOException {
        assertRefused(POST + HOST + PING + "X: " + "x".repeat(RequestReader.LONGEST_HEADER) + "\r\n", 431);
        try (SocketWire other = new SocketWire(server.port())) {
            other.write(
                    POST + HOST + PING + "Content-Length: " + (RequestReader.LARGEST_BODY + 1L) + "\r\n\r\n",
                    Bytes.of("begun"));
            assertPlain(other.read(false), 413);
        }
        try (SocketWire other = new SocketWire(server.port())) {
            other.write(POST + HOST + PING + "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n", Bytes.NONE);
            assertPlain(other.read(false), 413);
        }
    }

    @Test
    void endsOpenConnectionsWhenItCloses() throws IOException, InterruptedException {
        Thread accepting = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("bits-accept-" + server.port()))
                .findAny()
                .orElseThrow();
        assertThat(new Driver(wire).ping("/upload/f").status()).isEqualTo(200);
        try (SocketWire begun = new SocketWire(server.port())) {
            begun.write(POST + HOST, Bytes.NONE);
            Assertions.assertTimeout(Duration.ofSeconds(5), server::close);
            assertThatExceptionOfType(IOException.class).isThrownBy(begun::readLine);
        }
        assertThatExceptionOfType(IOException.class).isThrownBy(wire::readLine);
        accepting.join(5000);
        assertThat(accepting.isAlive()).isFalse();
    }

    private ReceivedReply send(String head) throws IOException {
        return send(head, "");
    }

    private ReceivedReply send(String head, String body) throws IOException {
        wire.write(head + (head.contains("\r") ? "\r\n" : "\n"), Bytes.of(body));
        return wire.read(false);
    }

    private void assertRefused(String head, int status) throws IOException {
        assertPlain(send(head), status);
        assertEnded();
    }

    private static void assertPlain(ReceivedReply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Connection")).contains("close");
        assertThat(reply.headers().fields()).noneMatch(header -> header.name().startsWith("BITS"));
    }

    private void assertEnded() {
        assertThatThrownBy(wire::readLine).isInstanceOf(EOFException.class).hasMessageContaining("after \"\"");
    }
}
