package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.server.CombinedConduct;
import org.bitsconformance.reference.server.FileStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GET and HEAD of a file (MC-BUP 3.5). */
class DownloadTests {

    private static final Bytes DATA = Bytes.of("0123456789");
    private static final String CHANGED = "Sat, 03 Jan 2026 04:05:06 GMT";

    @Test
    void a_file_comes_with_its_length_its_type_and_the_time_of_its_last_change() {
        ReceivedReply reply = get();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).isEqualTo("0123456789");
        assertThat(reply.header("Content-Length")).contains("10");
        assertThat(reply.header("Content-Type")).contains("application/octet-stream");
        assertThat(reply.header("Last-Modified")).contains(CHANGED);
        assertThat(reply.header("Accept-Ranges")).contains("bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, bytes 0-0/10",
        "bytes=2-4, 234, bytes 2-4/10",
        "BYTES=7-, 789, bytes 7-9/10",
        "bytes=-3, 789, bytes 7-9/10",
        "bytes=-99, 0123456789, bytes 0-9/10",
        "bytes=8-99999999999999999999, 89, bytes 8-9/10",
        "'bytes= ,3-3, ', 3, bytes 3-3/10",
        "'bytes=10-,3-3,-0', 3, bytes 3-3/10"
    })
    void one_range_is_answered_alone(String range, String body, String contentRange) {
        ReceivedReply reply = get(new HeaderField("Range", range));
        assertThat(reply.status()).isEqualTo(206);
        assertThat(text(reply)).isEqualTo(body);
        assertThat(reply.header("Content-Range")).contains(contentRange);
        assertThat(reply.header("Content-Length")).contains(String.valueOf(body.length()));
        assertThat(reply.header("Content-Type")).contains("application/octet-stream");
        assertThat(reply.header("Last-Modified")).contains(CHANGED);
    }

    @Test
    void several_ranges_come_in_the_order_of_the_request_each_by_itself() {
        ReceivedReply reply = get(new HeaderField("Range", "bytes=5-7,0-1,6-6,-1"));
        assertThat(reply.status()).isEqualTo(206);
        String type = reply.header("Content-Type").orElseThrow();
        assertThat(type).matches("multipart/byteranges; boundary=\\S+");
        String boundary = type.split("boundary=", 2)[1];
        assertThat(reply.header("Content-Range")).isEmpty();
        assertThat(reply.header("Content-Length"))
                .contains(String.valueOf(reply.body().length()));
        assertThat(text(reply))
                .isEqualTo(part(boundary, "5-7", "567") + part(boundary, "0-1", "01") + part(boundary, "6-6", "6")
                        + part(boundary, "9-9", "9") + "--" + boundary + "--\r\n");
    }

    private static String part(String boundary, String range, String body) {
        return "--" + boundary + "\r\nContent-Type: application/octet-stream\r\nContent-Range: bytes " + range
                + "/10\r\n\r\n" + body + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=10-,11-12"})
    void ranges_beyond_the_end_cannot_be_satisfied(String range) {
        ReceivedReply reply = get(new HeaderField("Range", range));
        assertThat(reply.status()).isEqualTo(416);
        assertThat(reply.header("Content-Range")).contains("bytes */10");
        assertThat(reply.body().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=5-2", "bytes=a-b", "bytes=", "bytes=-", "bytes=0-1,x", "lines=0-1", "0-1", "bytes=0-1;2"})
    void a_malformed_range_is_ignored(String range) {
        ReceivedReply reply = get(new HeaderField("Range", range));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).isEqualTo("0123456789");
    }

    @Test
    void many_ranges_at_once_are_not_served() {
        assertThat(get(new HeaderField("Range", "bytes=" + "0-0,".repeat(100))).status())
                .isEqualTo(206);
        assertThat(get(new HeaderField("Range", "bytes=" + "0-0,".repeat(101))).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'" + CHANGED + "', 206", "'Sat, 03 Jan 2026 04:05:07 GMT', 200", "'\"tag\"', 200"})
    void a_range_for_another_version_is_ignored(String condition, int status) {
        assertThat(get(new HeaderField("Range", "bytes=0-1"), new HeaderField("If-Range", condition))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void an_empty_file_has_no_range() {
        assertThat(get(Bytes.NONE, new HeaderField("Range", "bytes=0-")).status())
                .isEqualTo(416);
        assertThat(get(Bytes.NONE).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(FrontEndKind.class)
    void head_is_answered_as_get_without_the_body(FrontEndKind frontEnd) throws IOException {
        ReferenceOptions options = ReferenceOptions.conformant(Document.MC_BUP).withFrontEnd(frontEnd);
        try (ReferenceServer server = ReferenceServer.start(options);
                SocketWire wire = new SocketWire(server.port())) {
            new Driver(wire).upload("/f", DATA);
            for (List<HeaderField> headers : List.of(
                    List.<HeaderField>of(),
                    List.of(new HeaderField("Range", "bytes=2-4")),
                    List.of(new HeaderField("Range", "bytes=2-4,6-7")),
                    List.of(new HeaderField("Range", "bytes=10-")))) {
                ReceivedReply get = wire.send("GET", "/f", headers, Bytes.NONE);
                ReceivedReply head = wire.send("HEAD", "/f", headers, Bytes.NONE);
                assertThat(head.status()).isEqualTo(get.status());
                assertThat(head.headers().without("Date"))
                        .isEqualTo(get.headers().without("Date"));
            }
        }
    }

    private static ReceivedReply get(HeaderField... headers) {
        return get(DATA, headers);
    }

    private static ReceivedReply get(Bytes content, HeaderField... headers) {
        FileStore files = new FileStore(
                new CombinedConduct(List.of()), Clock.fixed(Instant.parse("2026-01-03T04:05:06.7Z"), ZoneOffset.UTC));
        files.put("/f", content);
        ServerAnswer answer = files.answer(
                new ReceivedPacket("GET", "/f", Optional.empty(), new HeaderFields(List.of(headers)), Bytes.NONE, 0));
        return new ReceivedReply(answer.status().code(), answer.headers(), answer.body());
    }

    private static String text(ReceivedReply reply) {
        return new String(reply.body().array(), StandardCharsets.US_ASCII);
    }
}
