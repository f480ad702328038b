package org.bitsconformance.reference.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.protocol.BitsHeaders.ERROR;
import static org.bitsconformance.protocol.BitsHeaders.ERROR_CONTEXT;
import static org.bitsconformance.protocol.BitsHeaders.PACKET_TYPE;
import static org.bitsconformance.protocol.BitsHeaders.SESSION_ID;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.ApplicationFaultTests;
import org.bitsconformance.reference.ConnectionTests;
import org.bitsconformance.reference.DirectWire;
import org.bitsconformance.reference.DownloadFaultTests;
import org.bitsconformance.reference.Driver;
import org.bitsconformance.reference.FaultTraffic;
import org.bitsconformance.reference.FragmentFaultTests;
import org.bitsconformance.reference.NegotiationFaultTests;
import org.bitsconformance.reference.NotificationFaultTests;
import org.bitsconformance.reference.ReadingFaultTests;
import org.bitsconformance.reference.ReceivedReply;
import org.bitsconformance.reference.SessionFaultTests;
import org.bitsconformance.reference.TestData;
import org.bitsconformance.reference.WireFaultTests;
import org.bitsconformance.reference.fault.Defect.Shown;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault deviates as its title says. The tests of faults in lists of protocols are in
 * {@link NegotiationFaultTests}, those of fragments in {@link FragmentFaultTests}, of sessions in
 * {@link SessionFaultTests}, of the connection in {@link ConnectionTests} and {@link WireFaultTests}, of notifications
 * in {@link NotificationFaultTests} and {@link ApplicationFaultTests}, of downloads in {@link DownloadFaultTests}, of
 * how packets are read in {@link ReadingFaultTests}.
 */
class FaultTests {

    private static final Bytes DATA = TestData.bytes(300);
    private static final HeaderField UNKNOWN_OFFER =
            new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, "{00000000-0000-0000-0000-000000000000}");

    static List<Fault> all() {
        return Faults.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void canBeFoundByItsId(Fault fault) {
        assertThat(fault.id()).matches("[a-z0-9]+(-[a-z0-9]+)+");
        assertThat(Faults.named(fault.id())).contains(fault);
        assertThat(fault.title()).isNotBlank().doesNotEndWith(".");
        assertThat(fault.tellTale()).isNotBlank();
    }

    @Test
    void noFaultHasAnUnknownId() {
        assertThat(Faults.named("ACK_HTML_BODY")).isEmpty();
        assertThat(Faults.named("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void withoutFaultsTheTrafficIsTheSame(Document dialect) {
        assertThat(FaultTraffic.of(dialect)).isEqualTo(FaultTraffic.of(dialect));
    }

    @ParameterizedTest
    @MethodSource("ofTheProtocol")
    void showsInTheTrafficOfBothDialects(Fault fault) {
        for (Document dialect : Document.values()) {
            assertThat(FaultTraffic.of(dialect, fault))
                    .as(fault.id() + " shows in no Ack: if it shows in connections, time or the upload alone, write"
                            + " Defect.outsideMessages(…) in "
                            + fault.getClass().getSimpleName())
                    .isNotEqualTo(FaultTraffic.of(dialect));
        }
    }

    /** All faults except those that show elsewhere: only on the wire, with a server application, or in downloads. */
    static Stream<Fault> ofTheProtocol() {
        return Stream.<Fault[]>of(
                        AckFault.values(),
                        AccessFault.values(),
                        CreateFault.values(),
                        SessionFault.values(),
                        FragmentFault.values(),
                        WireFault.values())
                .flatMap(Stream::of)
                .filter(fault -> fault.defect().shown() == Shown.IN_MESSAGES);
    }

    @Test
    void packetTypes() {
        assertThat(with(AckFault.ACK_PACKET_TYPE_MISSING).ping("/f").header(PACKET_TYPE))
                .isEmpty();
        assertThat(with(AckFault.ACK_PACKET_TYPE_WRONG).ping("/f").header(PACKET_TYPE))
                .contains("Response");
        ReceivedReply misspelt = with(AckFault.ACK_PACKET_TYPE_MISSPELT).ping("/f");
        assertThat(misspelt.header(PACKET_TYPE)).isEmpty();
        assertThat(misspelt.header("Bits-Package-Type")).contains("Ack");
    }

    @Test
    void answersToCreate() {
        assertThat(with(CreateFault.CREATE_ANSWERED_202).create("/f").status()).isEqualTo(202);
        assertThat(with(CreateFault.CREATE_WITHOUT_SESSION_ID).create("/f").header(SESSION_ID))
                .isEmpty();
        assertThat(with(CreateFault.CREATE_WITHOUT_PROTOCOL).create("/f").header(BitsHeaders.PROTOCOL))
                .isEmpty();
        assertThat(with(CreateFault.CREATE_SESSION_ID_TWICE)
                        .create("/f")
                        .headers()
                        .all(SESSION_ID))
                .hasSize(2)
                .endsWith(FaultyValues.OTHER_GUID);
        assertThat(with(CreateFault.CREATE_PROTOCOL_NOT_OFFERED).create("/f").header(BitsHeaders.PROTOCOL))
                .contains(FaultyValues.OTHER_GUID);
        assertThat(with(CreateFault.CREATE_PROTOCOL_ON_ERROR).create("/").header(BitsHeaders.PROTOCOL))
                .isPresent();
        assertThat(with(CreateFault.CREATE_ACCEPT_ENCODING_ON_ERROR).create("/").header(BitsHeaders.ACCEPT_ENCODING))
                .isPresent();
        ReceivedReply timeout =
                with(CreateFault.CREATE_FALLBACK_TIMEOUT_WITHOUT_HOST).create("/f");
        assertThat(timeout.header(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT)).isPresent();
        assertThat(timeout.header(BitsHeaders.HOST_ID)).isEmpty();
        ReceivedReply words = with(CreateFault.CREATE_FALLBACK_TIMEOUT_IN_WORDS).create("/f");
        assertThat(words.header(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT)).contains("two minutes");
        assertThat(words.header(BitsHeaders.HOST_ID)).contains("127.0.0.1");
        ReceivedReply url = with(CreateFault.CREATE_HOST_ID_IS_URL).create("/f");
        assertThat(url.header(BitsHeaders.HOST_ID)).contains("http://127.0.0.1/path");
        assertThat(url.header(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT)).contains("110");
        assertThat(with(CreateFault.CREATE_ACCEPTS_UNKNOWN_PROTOCOLS)
                        .packet(PacketType.CREATE_SESSION, "/f", UNKNOWN_OFFER)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyTheLastProtocolIsRead() {
        Driver driver = with(CreateFault.CREATE_READS_LAST_PROTOCOL_ONLY);
        HeaderField list = new HeaderField(
                BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5 + " " + FaultyValues.OTHER_GUID);
        assertThat(driver.packet(PacketType.CREATE_SESSION, "/f", list).status())
                .isEqualTo(400);
        assertThat(driver.create("/f").status()).isEqualTo(200);
    }

    @Test
    void aNewSessionEndsOthers() {
        Driver driver = with(CreateFault.CREATE_ENDS_OTHER_SESSIONS);
        String id = driver.open("/f");
        driver.open("/g");
        assertThat(driver.fragment("/f", id, DATA, 0, 99).status()).isEqualTo(500);
    }

    @Test
    void unknownPacketTypes() {
        Driver driver = with(AckFault.UNKNOWN_PACKET_TYPE_ACCEPTED);
        assertThat(driver.post("/f", Bytes.NONE, new HeaderField(PACKET_TYPE, "Hello"))
                        .status())
                .isEqualTo(200);
        assertRefused(
                with(AckFault.UNKNOWN_PACKET_TYPE_ANSWERED_500)
                        .post("/f", Bytes.NONE, new HeaderField(PACKET_TYPE, "Hello")),
                500,
                "0x80070057");
    }

    @Test
    void longHeadersAndBodies() {
        HeaderField large = new HeaderField(BitsHeaders.CONTENT_NAME, "n".repeat(5000));
        assertThat(with(AckFault.HEADER_TOO_LONG_ACCEPTED)
                        .packet(PacketType.PING, "/f", large)
                        .status())
                .isEqualTo(200);
        Driver body = with(AckFault.UNEXPECTED_BODY_IGNORED);
        ReceivedReply ack = body.post(
                "/f",
                Bytes.of("x"),
                new HeaderField(PACKET_TYPE, "Cancel-Session"),
                new HeaderField(SESSION_ID, body.open("/f")),
                new HeaderField(BitsHeaders.CONTENT_LENGTH, "1"));
        assertThat(ack.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void sessionIds(Document dialect) {
        assertThat(DirectWire.driver(dialect, SessionFault.SESSION_ID_TOO_LONG).open("/f"))
                .hasSizeGreaterThan(100);
        Driver driver = DirectWire.driver(dialect, SessionFault.SESSION_IDS_REPEATED);
        String id = driver.open("/f");
        assertThat(driver.open("/g")).isEqualTo(id);
        driver.fragment("/f", id, DATA, 0, 299);
        driver.fragment("/g", id, DATA, 0, 99);
        assertThat(driver.close("/f", id).status()).isEqualTo(200);
        assertThat(driver.fragment("/g", id, DATA, 100, 199).status()).isEqualTo(200);
    }

    @Test
    void sessionIdsInAcks() {
        Driver missing = with(SessionFault.SESSION_ID_MISSING_IN_ACKS);
        assertThat(missing.close("/f", missing.open("/f")).header(SESSION_ID)).isEmpty();
        Driver twice = with(SessionFault.SESSION_ID_TWICE_IN_ACKS);
        String id = twice.open("/f");
        assertThat(twice.close("/f", id).headers().all(SESSION_ID)).containsExactly(id, FaultyValues.OTHER_GUID);
        Driver changed = with(SessionFault.SESSION_ID_CHANGED_IN_ACKS);
        assertThat(changed.close("/f", changed.open("/f")).header(SESSION_ID)).contains(FaultyValues.OTHER_GUID);
    }

    @Test
    void answersToCloseCancelAndPing() {
        Driver close = with(SessionFault.CLOSE_ANSWERED_500);
        String id = close.open("/f");
        close.fragment("/f", id, DATA, 0, 299);
        assertThat(close.close("/f", id).status()).isEqualTo(500);
        assertThat(close.get("/f").status()).isEqualTo(200);
        Driver cancel = with(SessionFault.CANCEL_ANSWERED_500);
        assertThat(cancel.cancel("/f", cancel.open("/f")).status()).isEqualTo(500);
        assertThat(with(AckFault.PING_ANSWERED_404).ping("/f").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void sessionsThatGoOn(Document dialect) {
        Driver closed = DirectWire.driver(dialect, SessionFault.CLOSE_KEEPS_SESSION);
        String id = closed.upload("/f", DATA);
        assertThat(closed.fragment("/f", id, DATA, 0, 99).status()).isEqualTo(200);
        Driver cancelled = DirectWire.driver(dialect, SessionFault.CANCEL_KEEPS_SESSION);
        String other = cancelled.open("/f");
        cancelled.cancel("/f", other);
        assertThat(cancelled.fragment("/f", other, DATA, 0, 99).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void sessionsThatNeverEnd(Document dialect) {
        Driver driver = DirectWire.driver(dialect, SessionFault.SESSIONS_NEVER_END);
        String closed = driver.upload("/f", DATA);
        assertThat(driver.close("/f", closed).status()).isEqualTo(200);
        assertThat(driver.cancel("/f", closed).status()).isEqualTo(200);
        String cancelled = driver.open("/g");
        driver.cancel("/g", cancelled);
        assertThat(driver.fragment("/g", cancelled, DATA, 0, 99).status()).isEqualTo(200);
        assertThat(driver.close("/g", cancelled).status()).isEqualTo(200);
        assertThat(driver.close("/g", FaultyValues.OTHER_GUID).status()).isEqualTo(500);
    }

    @Test
    void errorsOfOneStatus() {
        Driver driver = with(AckFault.ERRORS_ANSWERED_500);
        assertRefused(driver.create("/folder/"), 500, "0x80070057");
        assertRefused(driver.close("/f", FaultyValues.OTHER_GUID), 500, "0x8020001F");
        assertRefused(driver.fragment("/f", driver.open("/f"), DATA, 100, 199), 500, "0x80070057");
    }

    @Test
    void cancelledUploadsAppear() {
        Driver driver = with(SessionFault.CANCEL_PUBLISHES);
        String id = driver.open("/f");
        driver.fragment("/f", id, DATA, 0, 99);
        driver.cancel("/f", id);
        assertThat(driver.get("/f").body().array()).isEqualTo(DATA.slice(0, 100).array());
    }

    @Test
    void errorHeaders() {
        ReceivedReply noCode = unknownSession(AckFault.ERROR_CODE_MISSING);
        assertThat(noCode.header(ERROR)).isEmpty();
        assertThat(noCode.header(ERROR_CONTEXT)).contains("0x5");
        assertThat(unknownSession(AckFault.ERROR_CODE_NOT_HEXADECIMAL).header(ERROR))
                .contains("session not found");
        assertThat(unknownSession(AckFault.ERROR_CODE_SAYS_SUCCESS).header(ERROR))
                .contains("0x00000001");
        assertThat(unknownSession(AckFault.ERROR_CONTEXT_MISSING).header(ERROR_CONTEXT))
                .isEmpty();
        assertThat(unknownSession(AckFault.ERROR_CONTEXT_UNKNOWN).header(ERROR_CONTEXT))
                .contains("0x3");
        assertThat(unknownSession(AckFault.ERROR_CONTEXT_OF_APPLICATION).header(ERROR_CONTEXT))
                .contains("0x7");
        assertThat(with(AckFault.ERROR_CODE_UNSPECIFIC).close("/f", "").header(ERROR))
                .contains("0x80004005");
        assertThat(unknownSession(AckFault.ERROR_CODE_UNSPECIFIC).header(ERROR)).contains("0x8020001F");
        assertThat(with(AckFault.ERROR_CODE_ON_SUCCESS).ping("/f").header(ERROR))
                .contains("0x80070057");
        assertThat(DirectWire.driver(Document.WIN32, AckFault.ERROR_CODE_ON_SUCCESS)
                        .ping("/f")
                        .header(BitsHeaders.ERROR_CODE))
                .contains("0x80070057");
        assertThat(with(AckFault.ERROR_CONTEXT_ON_SUCCESS).ping("/f").header(ERROR_CONTEXT))
                .contains("0x5");
    }

    @Test
    void unknownSessions() {
        assertThat(unknownSession(SessionFault.UNKNOWN_SESSION_ACCEPTED).status())
                .isEqualTo(200);
        ReceivedReply inWords = unknownSession(SessionFault.UNKNOWN_SESSION_ANSWERED_IN_WORDS);
        assertThat(inWords.status()).isEqualTo(200);
        assertThat(inWords.header(PACKET_TYPE)).isEmpty();
        assertThat(inWords.body().isEmpty()).isFalse();
        assertRefused(unknownSession(SessionFault.UNKNOWN_SESSION_OTHER_CODE), 500, "0x80070057");
        assertRefused(unknownSession(SessionFault.UNKNOWN_SESSION_ANSWERED_404), 404, "0x8020001F");
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void deliveries(Document dialect) {
        assertThat(delivered(dialect, SessionFault.DELIVERY_LOSES_LAST_BYTE)
                        .body()
                        .array())
                .isEqualTo(DATA.slice(0, 299).array());
        byte[] flipped =
                delivered(dialect, SessionFault.DELIVERY_FLIPS_A_BYTE).body().array();
        assertThat(Arrays.mismatch(flipped, DATA.array())).isEqualTo(150);
        assertThat(delivered(dialect, SessionFault.DELIVERY_DOUBLES_A_FRAGMENT)
                        .body()
                        .array())
                .isEqualTo(Bytes.joined(List.of(DATA.slice(0, 150), DATA)).array());
        assertThat(delivered(dialect, SessionFault.DELIVERY_MISSING).status()).isEqualTo(404);
    }

    @Test
    void faultsCombine() {
        Driver driver = with(
                CreateFault.CREATE_ANSWERED_202, CreateFault.CREATE_WITHOUT_PROTOCOL, SessionFault.SESSION_ID_TOO_LONG);
        ReceivedReply ack = driver.create("/f");
        assertThat(ack.status()).isEqualTo(202);
        assertThat(ack.header(BitsHeaders.PROTOCOL)).isEmpty();
        assertThat(ack.header(SESSION_ID).orElseThrow()).hasSizeGreaterThan(100);
    }

    private static Driver with(Fault... faults) {
        return DirectWire.driver(Document.MC_BUP, faults);
    }

    private static ReceivedReply unknownSession(Fault fault) {
        return with(fault).close("/f", "unknown");
    }

    private static ReceivedReply delivered(Document dialect, Fault fault) {
        Driver driver = DirectWire.driver(dialect, fault);
        driver.upload("/f", DATA);
        return driver.get("/f");
    }

    private static void assertRefused(ReceivedReply ack, int status, String hresult) {
        assertThat(ack.status()).isEqualTo(status);
        assertThat(ack.header(ERROR)).contains(hresult);
        assertThat(ack.header(ERROR_CONTEXT)).contains("0x5");
    }
}
