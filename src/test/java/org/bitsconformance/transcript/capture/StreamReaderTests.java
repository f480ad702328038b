package org.bitsconformance.transcript.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamReaderTests {

    private static final String CREATE = """
        BITS_POST /upload/a.bin HTTP/1.1
        Host: server.example:8080
        BITS-Packet-Type: Create-Session
        BITS-Supported-Protocols: {7df0354d-249b-430f-820d-3d2a9bef4931}
        Authorization: Basic c2VjcmV0OnNlY3JldA==
        Content-Length: 0

        """.replace("\n", "\r\n");

    private static final String CREATED = """
        HTTP/1.1 200 OK
        BITS-Packet-Type: Ack
        BITS-Session-Id: {a}
        Content-Length: 0

        """.replace("\n", "\r\n");

    private static final String ACK =
            CREATED.replace("Content-Length", "BITS-Received-Content-Range: 5\r\nContent-Length");

    @TempDir
    Path folder;

    @Test
    void packets_and_their_answers_are_paired_in_order() throws IOException {
        String get = "GET /icon HTTP/1.1\r\nHost: server.example\r\n\r\n";
        Capture capture = read(
                CREATE + get + fragment("hello"),
                CREATED + "HTTP/1.1 404 No\r\nContent-Length: 3\r\n\r\nno!HTTP/1.1 100 Continue\r\n\r\n" + ACK);
        assertThat(capture.leftOut()).isEqualTo(1);
        List<Exchange> exchanges = exchanges(capture);
        assertThat(exchanges)
                .extracting(one ->
                        Request.parse(one.request()).packetType().orElseThrow().toString())
                .containsExactly("Create-Session", "Fragment");
        assertThat(exchanges).extracting(Exchange::ending).containsOnly(Ending.ANSWERED);
        assertThat(exchanges).extracting(Exchange::requestOnConnection).containsExactly(1, 3);
        assertThat(exchanges.get(1).request().text()).endsWith("\r\n\r\nhello");
        assertThat(exchanges.get(1).answer().text()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n" + ACK);
    }

    @Test
    void credentials_do_not_reach_the_record() throws IOException {
        assertThat(exchanges(read(CREATE, CREATED)).get(0).request().text())
                .contains("Authorization: Basic ***\r\n")
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void of_a_long_body_only_the_beginning_is_kept() throws IOException {
        Exchange exchange = exchanges(read(fragmentOf(CREATE, "x".repeat(5_000)), CREATED + ACK))
                .get(1);
        assertThat(exchange.request().omitted().orElseThrow().length()).isEqualTo(5_000 - 1_024);
        assertThat(exchange.request().omitted().orElseThrow().sha256()).hasSize(64);
        assertThat(Request.parse(exchange.request()).bodyLength()).isEqualTo(5_000);
    }

    @Test
    void the_length_of_a_long_body_in_chunks_is_that_of_its_content() throws IOException {
        String chunked = fragment("x".repeat(5_000))
                .replace("Content-Length: 5000", "Transfer-Encoding: chunked")
                .replaceFirst("x+$", ("1388\r\n" + "x".repeat(5_000) + "\r\n0\r\n\r\n"));
        Exchange exchange = exchanges(read(CREATE + chunked, CREATED + ACK)).get(1);
        assertThat(exchange.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(Request.parse(exchange.request()).bodyLength()).isEqualTo(5_000);
    }

    @Test
    void chunks_are_read_to_their_end() throws IOException {
        String chunked = """
            HTTP/1.1 200 OK
            BITS-Packet-Type: Ack
            Transfer-Encoding: chunked

            4;x=y
            HTTP
            3
            /1.
            0
            Trailer: 1

            """.replace("\n", "\r\n");
        List<Exchange> exchanges = exchanges(read(CREATE + fragment("hello"), chunked + ACK));
        assertThat(exchanges.get(0).received().orElseThrow().body()).isEqualTo("HTTP/1.");
        assertThat(exchanges.get(1).received().orElseThrow().status()).isEqualTo(200);
    }

    @Test
    void a_message_that_the_capture_cuts_off_proves_nothing() throws IOException {
        assertThat(exchanges(read(CREATE + fragment("hello"), CREATED)))
                .extracting(Exchange::ending)
                .containsExactly(Ending.ANSWERED, Ending.CUT_OFF);
        assertThat(exchanges(read(CREATE, CREATED.substring(0, 40))))
                .extracting(Exchange::ending)
                .containsExactly(Ending.CUT_OFF);
        assertThat(exchanges(read(CREATE + fragment("hello").replace("hello", "he"), CREATED + ACK)))
                .extracting(Exchange::ending)
                .containsExactly(Ending.ANSWERED, Ending.CUT_OFF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + "|HTTP/1.1|requests begins with an answer: --requests is what the client sent",
                "GET / HTTP/1.1\\r\\n\\r\\n|GET / HTTP/1.1|answers does not begin with an answer: --answers is what the"
                        + " server sent",
                "GET / HTTP/1.1\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + "|HTTP/1.1 200 OK\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + "|requests has no BITS packet among its 1 requests",
                "GET / HTTP/1.1\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + "HTTP/1.1 200 OK\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + "|HTTP/1.1 204 No\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + "|requests has an answer at byte 18: save each direction of the connection in a file of its own",
                "\\026\\003\\001|\\026\\003|requests is encrypted by TLS: save the decrypted stream",
                "hello\\r\\n\\r\\n|HTTP/1.1 200 OK\\r\\n\\r\\n|requests has no HTTP request at byte 0",
                "''|''|requests has no BITS packet"
            })
    void what_cannot_be_judged_is_named(String requests, String answers, String message) {
        assertThatThrownBy(() -> read(requests.translateEscapes(), answers.translateEscapes()))
                .isInstanceOf(IOException.class)
                .message()
                .isEqualTo(folder + "/" + message);
    }

    private static String fragment(String content) {
        return """
            BITS_POST /upload/a.bin HTTP/1.1
            Host: server.example
            BITS-Packet-Type: Fragment
            BITS-Session-Id: {a}
            Content-Range: bytes 0-%d/%d
            Content-Length: %d

            """.formatted(content.length() - 1, content.length(), content.length())
                        .replace("\n", "\r\n")
                + content;
    }

    private static String fragmentOf(String before, String content) {
        return before + fragment(content);
    }

    private Capture read(String requests, String answers) throws IOException {
        Path sent = folder.resolve("requests");
        Path received = folder.resolve("answers");
        Files.writeString(sent, requests, StandardCharsets.ISO_8859_1);
        Files.writeString(received, answers, StandardCharsets.ISO_8859_1);
        return StreamReader.read(sent, received, "suite/1");
    }

    private static List<Exchange> exchanges(Capture capture) {
        return capture.events().stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .toList();
    }
}
