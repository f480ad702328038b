package org.bitsconformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarReaderTests {

    private static final Path TRAFFIC = Path.of("src/test/resources/traffic");

    @TempDir
    Path folder;

    @Test
    void messages_are_put_together_as_they_crossed_the_wire() throws IOException {
        List<Exchange> exchanges = exchanges(HarReader.read(TRAFFIC.resolve("upload.har"), "suite/1"));
        assertThat(exchanges).hasSize(4);
        assertThat(exchanges.get(0).request().text()).isEqualToIgnoringNewLines(message("upload-01"));
        assertThat(exchanges.get(2).answer().text()).isEqualToIgnoringNewLines(message("upload-07"));
        assertThat(exchanges.get(1).request().length())
                .isEqualTo(message("upload-03").length() + message("upload-04").length());
        assertThat(exchanges).extracting(Exchange::session).containsExactly(1, 1, 0, 1);
        assertThat(exchanges)
                .extracting(exchange -> exchange.timing().startedMicros())
                .isSorted();
    }

    @Test
    void what_is_no_packet_is_left_out_and_counted() throws IOException {
        assertThat(HarReader.read(TRAFFIC.resolve("upload.har"), "suite/1").leftOut())
                .isEqualTo(1);
    }

    @Test
    void packets_of_a_session_that_began_before_the_capture_are_left_out_and_counted() throws IOException {
        HarReader.Capture capture = read(entry("Fragment", "BITS-Session-Id", "{old}", "\"status\":200"));
        assertThat(capture.begunBefore()).isEqualTo(1);
        assertThat(exchanges(capture)).isEmpty();
    }

    @Test
    void credentials_and_cookies_are_not_read() throws IOException {
        HarReader.Capture capture = read(entry("Ping", "Authorization", "Basic c2VjcmV0", "\"status\":200"));
        assertThat(capture.events().toString()).contains("Authorization: ***").doesNotContain("c2VjcmV0", "user:pw");
    }

    @Test
    void a_header_cannot_break_out_of_its_line() throws IOException {
        HarReader.Capture capture = read(entry("Ping", "X-Odd", "a\\r\\nBITS-Session-Id: {x}", "\"status\":200"));
        assertThat(Request.parse(exchanges(capture).get(0).request()).sessionId())
                .isEmpty();
    }

    @Test
    void bodies_are_decoded_and_those_in_chunks_coded_again() throws IOException {
        HarReader.Capture capture = read(entry(
                "Ping",
                "X",
                "1",
                "\"status\":500,\"headers\":[{\"name\":\"Transfer-Encoding\",\"value\":\"chunked\"}],"
                        + "\"content\":{\"text\":\"aGVsbG8=\",\"encoding\":\"base64\"}"));
        Answer answer = AnswerParser.parse(exchanges(capture).get(0).answer().text(), "BITS_POST", false)
                .orElseThrow();
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.complete()).isTrue();
        assertThat(answer.defects()).isEmpty();
    }

    @Test
    void a_request_without_an_answer_has_none() throws IOException {
        Exchange exchange =
                exchanges(read(entry("Ping", "X", "1", "\"status\":0"))).get(0);
        assertThat(exchange.answer().isEmpty()).isTrue();
        assertThat(exchange.ending()).isEqualTo(Exchange.Ending.CUT_OFF);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no json                              | is not JSON (line 1)
            {}                                   | is no HAR: it has no log.entries
            {"log":{"creator":{"name":"suite"}}} | was written by this suite: judge the folder of the run, whose record has every byte
            {"log":{"entries":[]}}               | has no BITS packet among its 0 entries
            {"log":{"entries":[{}]}}             | log.entries[0]: startedDateTime must be an ISO 8601 time with its zone
            """)
    void what_is_wrong_with_a_file_is_said(String text, String problem) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class).hasMessage(problem);
    }

    private HarReader.Capture read(String text) throws IOException {
        return HarReader.read(Files.writeString(folder.resolve("a.har"), text), "suite/1");
    }

    private static String entry(String packet, String name, String value, String response) {
        return "{\"log\":{\"entries\":[{\"startedDateTime\":\"2026-03-01T09:30:00Z\",\"time\":5,\"request\":{"
                + "\"method\":\"BITS_POST\",\"url\":\"http://user:pw@host/up/a.bin\",\"httpVersion\":\"HTTP/1.1\","
                + "\"headers\":[{\"name\":\"BITS-Packet-Type\",\"value\":\"" + packet + "\"},{\"name\":\"" + name
                + "\",\"value\":\"" + value + "\"}],\"bodySize\":0},\"response\":{" + response + "}}]}}";
    }

    private static List<Exchange> exchanges(HarReader.Capture capture) {
        return capture.events().stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .toList();
    }

    private static String message(String number) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(TRAFFIC, number + "-*")) {
            return Files.readString(found.iterator().next(), StandardCharsets.ISO_8859_1);
        }
    }
}
