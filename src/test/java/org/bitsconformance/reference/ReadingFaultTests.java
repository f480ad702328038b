package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.fault.AckFault;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.Delivery;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The faults of a server that reads headers and bodies too strictly, or misreads them, deviate as their titles say. */
public class ReadingFaultTests {

    private static final Bytes TEXT = Bytes.of("0123456789".repeat(30));
    private static final Bytes BINARY =
            Bytes.joined(List.of(TEXT.slice(0, 100), Bytes.of(new byte[] {(byte) 0xFF}), TEXT.slice(101, 300)));

    @Test
    void errorsAreHtmlPages() {
        Driver driver = with(AckFault.ERRORS_ARE_PAGES);
        ReceivedReply error = driver.close("/f", "x");
        assertThat(error.status()).isEqualTo(500);
        assertThat(error.headers().fields()).noneMatch(header -> header.name().startsWith("BITS-"));
        assertThat(new String(error.body().array(), StandardCharsets.UTF_8)).startsWith("<html>");
        assertThat(driver.ping("/f").header(BitsHeaders.PACKET_TYPE)).contains("Ack");
    }

    @Test
    void exceptionsGiveNoAck() {
        Driver driver = with(AckFault.EXCEPTIONS_ANSWERED_500);
        for (ReceivedReply reply : List.of(
                driver.post("/f", Bytes.NONE),
                driver.packet(PacketType.CREATE_SESSION, "/f"),
                driver.packet(PacketType.CLOSE_SESSION, "/f"),
                driver.fragment("/f", driver.open("/f"), "everything", TEXT))) {
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.headers().fields()).containsExactly(new HeaderField(BitsHeaders.CONTENT_LENGTH, "0"));
        }
        assertThat(driver.close("/f", "unknown").header(BitsHeaders.PACKET_TYPE))
                .contains("Ack");
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void exceptionsDropTheConnection(Document dialect) {
        BitsServer server = DirectWire.server(dialect, AckFault.EXCEPTIONS_DROP_CONNECTION);
        HeaderFields close =
                HeaderFields.NONE.with(BitsHeaders.PACKET_TYPE, "Close-Session").with("Content-Length", "0");
        assertThat(server.answer(packet(close)).delivery()).isEqualTo(Delivery.EMPTY);
        assertThat(server.answer(packet(close.with(BitsHeaders.SESSION_ID, "x")))
                        .delivery())
                .isEqualTo(Delivery.NORMAL);
    }

    private static ReceivedPacket packet(HeaderFields headers) {
        return new ReceivedPacket("BITS_POST", "/f", Optional.empty(), headers, Bytes.NONE, 0);
    }

    @Test
    void caseOfPacketTypes() {
        Driver driver = with(AckFault.PACKET_TYPES_IN_UPPER_CASE_ONLY);
        HeaderField length = new HeaderField(BitsHeaders.CONTENT_LENGTH, "0");
        assertThat(driver.ping("/f").status()).isEqualTo(400);
        assertThat(driver.post("/f", Bytes.NONE, new HeaderField(BitsHeaders.PACKET_TYPE, "PING"), length)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"0-199, 200", "0-299, 200", "0-99, 400", "0-20, 200"})
    void numbersComparedAsText(String range, int status) {
        Driver driver = with(FragmentFault.RANGES_COMPARED_AS_TEXT);
        int last = Integer.parseInt(range.substring(2));
        assertThat(driver.fragment("/f", driver.open("/f"), TEXT, 0, last).status())
                .isEqualTo(status);
    }

    @Test
    void contentAsText() {
        assertThat(statusOfUpload(FragmentFault.BINARY_CONTENT_ANSWERED_500, BINARY))
                .isEqualTo(500);
        assertThat(statusOfUpload(FragmentFault.BINARY_CONTENT_ANSWERED_500, TEXT))
                .isEqualTo(200);
        assertThat(delivered(FragmentFault.BINARY_CONTENT_MANGLED, TEXT)).isEqualTo(TEXT.array());
        assertThat(delivered(FragmentFault.BINARY_CONTENT_MANGLED, BINARY))
                .hasSize(302)
                .startsWith(TEXT.slice(0, 100).array())
                .endsWith(TEXT.slice(101, 300).array());
    }

    @Test
    void fragmentsInTheWrongPlace() {
        assertThat(delivered(FragmentFault.FRAGMENTS_WRITTEN_AT_START, TEXT))
                .isEqualTo(TEXT.slice(150, 300).array());
        assertThat(delivered(FragmentFault.FRAGMENTS_WRITTEN_A_BYTE_LATE, TEXT))
                .isEqualTo(Bytes.joined(List.of(TEXT.slice(0, 150), Bytes.of(new byte[1]), TEXT.slice(150, 300)))
                        .array());
    }

    private static byte[] delivered(Fault fault, Bytes data) {
        Driver driver = with(fault);
        driver.upload("/f", data);
        return driver.get("/f").body().array();
    }

    private static int statusOfUpload(Fault fault, Bytes data) {
        Driver driver = with(fault);
        return driver.fragment("/f", driver.open("/f"), data, 0, 299).status();
    }

    private static Driver with(Fault fault) {
        return DirectWire.driver(Document.MC_BUP, fault);
    }
}
