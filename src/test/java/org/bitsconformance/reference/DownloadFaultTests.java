package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.fault.DownloadFault;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults in the answers to GET and HEAD. Each leaves everything else unchanged. */
public class DownloadFaultTests {

    private static final Bytes DATA = Bytes.of("0123456789");

    /** A request, and what distinguishes its faulty answer from the right one. */
    private static final List<List<String>> REQUESTS = List.of(
            List.of("GET"),
            List.of("HEAD"),
            List.of("GET", "bytes=2-4"),
            List.of("GET", "bytes=8-9,0-1,1-3,6-6"),
            List.of("GET", "bytes=10-12"),
            List.of("GET", "bytes=4-2"));

    @ParameterizedTest
    @CsvSource({
        "DOWNLOAD_HEAD_ANSWERED_405, 1",
        "DOWNLOAD_WITHOUT_LAST_MODIFIED, 0 1 2 3 5",
        "DOWNLOAD_LAST_MODIFIED_NO_DATE, 0 1 2 3 5",
        "DOWNLOAD_HEAD_OTHER_LENGTH, 1",
        "DOWNLOAD_WITHOUT_CONTENT_LENGTH, 0 1 2 3 5",
        "DOWNLOAD_HEAD_WITHOUT_LAST_MODIFIED, 1",
        "DOWNLOAD_RANGE_IGNORED, 2",
        "DOWNLOAD_WITHOUT_CONTENT_RANGE, 2",
        "DOWNLOAD_CONTENT_RANGE_OTHER_TOTAL, 2",
        "DOWNLOAD_RANGE_SHIFTED, 2 3",
        "DOWNLOAD_RANGES_MERGED, 3",
        "DOWNLOAD_RANGES_SORTED, 3",
        "DOWNLOAD_RANGES_FIRST_ALONE, 3",
        "DOWNLOAD_RANGES_AS_WHOLE, 3",
        "DOWNLOAD_PARTS_UNTYPED, 3",
        "DOWNLOAD_PARTS_BULKY, 3",
        "DOWNLOAD_PARTS_PADDED, 3",
        "DOWNLOAD_UNSATISFIABLE_ANSWERED_500, 4",
        "DOWNLOAD_UNSATISFIABLE_ANSWERED_206, 4",
        "DOWNLOAD_MALFORMED_RANGE_ANSWERED_500, 5"
    })
    void shows_only_in_these_requests(DownloadFault fault, String requests) {
        List<String> different = new ArrayList<>();
        for (int i = 0; i < REQUESTS.size(); i++) {
            ReceivedReply right = send(driver(), REQUESTS.get(i));
            ReceivedReply wrong = send(driver(fault), REQUESTS.get(i));
            HeaderFields expected = withTimeOf(right.headers(), wrong.headers());
            if (right.status() != wrong.status()
                    || !expected.equals(wrong.headers())
                    || !text(right).equals(text(wrong))) {
                different.add(String.valueOf(i));
            }
        }
        assertThat(String.join(" ", different)).isEqualTo(requests);
    }

    /** The right headers with the time of the other answer, if that is the current time. */
    private static HeaderFields withTimeOf(HeaderFields right, HeaderFields wrong) {
        List<HeaderField> fields = new ArrayList<>();
        for (HeaderField header : right.fields()) {
            boolean now = header.isNamed("Last-Modified")
                    && wrong.first("Last-Modified")
                            .filter(date -> date.matches(".* GMT"))
                            .isPresent();
            fields.add(
                    now
                            ? new HeaderField(
                                    header.name(), wrong.first("Last-Modified").orElseThrow())
                            : header);
        }
        return new HeaderFields(fields);
    }

    @Test
    void other_ranges() {
        String several = "bytes=8-9,0-1,1-3,6-6";
        assertThat(parts(DownloadFault.DOWNLOAD_RANGES_MERGED, several)).containsExactly("89", "0123", "6");
        assertThat(parts(DownloadFault.DOWNLOAD_RANGES_SORTED, several)).containsExactly("01", "123", "6", "89");
        assertThat(parts(DownloadFault.DOWNLOAD_RANGE_SHIFTED, several)).containsExactly("90", "12", "234", "7");
        assertThat(parts(DownloadFault.DOWNLOAD_PARTS_UNTYPED, several)).containsExactly("89", "01", "123", "6");
        assertThat(text(send(driver(DownloadFault.DOWNLOAD_RANGES_FIRST_ALONE), List.of("GET", several))))
                .isEqualTo("89");
        ReceivedReply last =
                send(driver(DownloadFault.DOWNLOAD_UNSATISFIABLE_ANSWERED_206), List.of("GET", "bytes=10-"));
        assertThat(last.header("Content-Range")).contains("bytes 9-9/10");
        assertThat(send(driver(DownloadFault.DOWNLOAD_CONTENT_RANGE_OTHER_TOTAL), List.of("GET", "bytes=2-4"))
                        .header("Content-Range"))
                .contains("bytes 2-4/999999999");
    }

    @Test
    void other_parts() {
        String several = "bytes=0-1,4-5";
        assertThat(text(send(driver(DownloadFault.DOWNLOAD_PARTS_UNTYPED), List.of("GET", several))))
                .doesNotContain("Content-Type");
        assertThat(text(send(driver(DownloadFault.DOWNLOAD_PARTS_BULKY), List.of("GET", several))))
                .contains("X-Bulk: " + "x".repeat(200));
        assertThat(text(send(driver(DownloadFault.DOWNLOAD_PARTS_PADDED), List.of("GET", several))))
                .startsWith("\r\n\r\n\r\n\r\n\r\n--part");
    }

    @Test
    void an_unknown_header() {
        Driver driver = driver(DownloadFault.DOWNLOAD_UNKNOWN_HEADER_ANSWERED_400);
        assertThat(driver.wire()
                        .send("GET", "/f", List.of(new HeaderField("X-Other", "x")), Bytes.NONE)
                        .status())
                .isEqualTo(400);
        assertThat(send(driver, List.of("GET", "bytes=0-1")).status()).isEqualTo(206);
    }

    @Test
    void over_the_wire_the_length_is_missing_or_wrong() throws IOException {
        try (ReferenceServer server = server(DownloadFault.DOWNLOAD_WITHOUT_CONTENT_LENGTH);
                SocketWire wire = new SocketWire(server.port())) {
            new Driver(wire).upload("/f", DATA);
            ReceivedReply head = wire.send("HEAD", "/f", List.of(), Bytes.NONE);
            assertThat(head.header(BitsHeaders.CONTENT_LENGTH)).isEmpty();
            assertThat(head.header("Transfer-Encoding")).contains("chunked");
            assertThat(wire.send("GET", "/f", List.of(), Bytes.NONE).header("Transfer-Encoding"))
                    .contains("chunked");
            assertThat(wire.readLine()).isEqualTo("a");
            assertThat(wire.readLine()).isEqualTo("0123456789");
        }
        try (ReferenceServer server = server(DownloadFault.DOWNLOAD_HEAD_OTHER_LENGTH);
                SocketWire wire = new SocketWire(server.port())) {
            new Driver(wire).upload("/f", DATA);
            assertThat(wire.send("HEAD", "/f", List.of(), Bytes.NONE).header(BitsHeaders.CONTENT_LENGTH))
                    .contains("11");
            assertThat(text(wire.send("GET", "/f", List.of(), Bytes.NONE))).isEqualTo("0123456789");
        }
    }

    private static ReferenceServer server(Fault fault) {
        return ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).withFaults(fault));
    }

    private static Driver driver(Fault... faults) {
        Driver driver = DirectWire.driver(Document.MC_BUP, faults);
        driver.upload("/f", DATA);
        return driver;
    }

    private static ReceivedReply send(Driver driver, List<String> request) {
        List<HeaderField> headers = request.size() > 1 ? List.of(new HeaderField("Range", request.get(1))) : List.of();
        return driver.wire().send(request.get(0), "/f", headers, Bytes.NONE);
    }

    /** The bytes of the parts of an answer. */
    private static List<String> parts(Fault fault, String ranges) {
        String body = text(send(driver(fault), List.of("GET", ranges)));
        List<String> parts = new ArrayList<>();
        for (String part : body.split("--part-\\S+\r\n", -1)) {
            if (part.contains("\r\n\r\n")) {
                parts.add(part.split("\r\n\r\n", 2)[1].strip());
            }
        }
        return parts;
    }

    private static String text(ReceivedReply reply) {
        return new String(reply.body().array(), StandardCharsets.ISO_8859_1);
    }
}
