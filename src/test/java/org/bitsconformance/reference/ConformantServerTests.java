package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.server.HostId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What both documents have in common. */
class ConformantServerTests {

    private static final Bytes DATA = TestData.bytes(1000);

    @ParameterizedTest
    @EnumSource(Document.class)
    void createNamesProtocolSessionAndEncoding(Document dialect) {
        ReceivedReply ack = DirectWire.driver(dialect).create("/f");
        assertThat(ack.header(BitsHeaders.PROTOCOL)).contains(UploadProtocol.BITS_1_5);
        assertThat(ack.header(BitsHeaders.ACCEPT_ENCODING)).contains("identity");
        assertThat(ack.headers().all(BitsHeaders.SESSION_ID)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void sessionIdsDifferAndAreWellFormed(Document dialect) {
        Driver driver = DirectWire.driver(dialect);
        String one = driver.open("/f");
        String other = driver.open("/f");
        assertThat(one).isNotEqualTo(other).hasSizeLessThanOrEqualTo(100);
    }

    static Stream<Arguments> goodOffers() {
        return Stream.of(Document.values())
                .flatMap(dialect -> Stream.of(
                                "%s",
                                "{00000000-0000-0000-0000-000000000000} %s",
                                "%s {00000000-0000-0000-0000-000000000000}",
                                "{00000000-0000-0000-0000-000000000000},%s",
                                "{00000000-0000-0000-0000-000000000000} ,\t %s , ",
                                "not-a-guid %s")
                        .map(list -> Arguments.of(dialect, list.formatted(UploadProtocol.BITS_1_5))));
    }

    @ParameterizedTest
    @MethodSource("goodOffers")
    void createTakesListsThatNameTheProtocol(Document dialect, String list) {
        assertThat(create(dialect, list).status()).isLessThan(300);
        assertThat(create(dialect, list.toUpperCase(Locale.ROOT)).status()).isLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{00000000-0000-0000-0000-000000000000}",
                "7df0354d-249b-430f-820d-3d2a9bef4931",
                "{7df0354d-249b-430f-820d-3d2a9bef4931};{00000000-0000-0000-0000-000000000000}"
            })
    void createRefusesListsThatDoNot(String list) {
        assertRefused(create(Document.MC_BUP, list), 400, "0x80070057");
    }

    private static ReceivedReply create(Document dialect, String list) {
        return DirectWire.driver(dialect)
                .packet(PacketType.CREATE_SESSION, "/f", new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, list));
    }

    @Test
    void createRefusesAMissingList() {
        assertRefused(DirectWire.driver(Document.MC_BUP).packet(PacketType.CREATE_SESSION, "/f"), 400, "0x80070057");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ack", "Hello", "Create Session"})
    void refusesUnknownPacketTypes(String type) {
        ReceivedReply ack = DirectWire.driver(Document.MC_BUP)
                .post("/f", Bytes.NONE, new HeaderField(BitsHeaders.PACKET_TYPE, type), length(0));
        assertRefused(ack, 400, "0x80070057");
    }

    @Test
    void refusesAMissingPacketType() {
        assertRefused(DirectWire.driver(Document.MC_BUP).post("/f", Bytes.NONE, length(0)), 400, "0x80070057");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PING", "ping", "Ping"})
    void acceptsPacketTypesInAnyCase(String type) {
        ReceivedReply ack = DirectWire.driver(Document.MC_BUP)
                .post("/f", Bytes.NONE, new HeaderField(BitsHeaders.PACKET_TYPE, type), length(0));
        assertThat(ack.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void fragmentsAreAcknowledgedWithTheNextOffset(Document dialect) {
        Driver driver = DirectWire.driver(dialect);
        String id = driver.open("/f");
        ReceivedReply first = driver.fragment("/f", id, DATA, 0, 399);
        ReceivedReply last = driver.fragment("/f", id, DATA, 400, 999);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header(BitsHeaders.RECEIVED_CONTENT_RANGE)).contains("400");
        assertThat(last.header(BitsHeaders.RECEIVED_CONTENT_RANGE)).contains("1000");
        assertThat(last.header(BitsHeaders.REPLY_URL)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void aReplyCanBeReadFromTheLastByteUntilTheSessionEnds(Document dialect) {
        Driver driver = DirectWire.driver(
                DirectWire.server(ReferenceOptions.conformant(dialect).withReplies()));
        String id = driver.open("/f");
        assertThat(driver.fragment("/f", id, DATA, 0, 399).header(BitsHeaders.REPLY_URL))
                .isEmpty();
        String url = driver.fragment("/f", id, DATA, 400, 999)
                .header(BitsHeaders.REPLY_URL)
                .orElseThrow();
        assertThat(url).isEqualTo("http://127.0.0.1/reply/1");
        assertThat(driver.get("/reply/1").body().array())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("received 1000 bytes\n");

        driver.close("/f", id);
        assertThat(driver.get("/reply/1").status()).isEqualTo(404);
        assertThat(driver.get("/f").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void aGapIsRefusedWithTheNextOffsetAndNoErrorHeaders(Document dialect) {
        Driver driver = DirectWire.driver(dialect);
        String id = driver.open("/f");
        driver.fragment("/f", id, DATA, 0, 99);
        ReceivedReply ack = driver.fragment("/f", id, DATA, 200, 299);
        assertThat(ack.status()).isEqualTo(416);
        assertThat(ack.header(BitsHeaders.RECEIVED_CONTENT_RANGE)).contains("100");
        assertThat(ack.headers().contains(BitsHeaders.ERROR)).isFalse();
        assertThat(ack.headers().contains(BitsHeaders.ERROR_CODE)).isFalse();
        assertThat(ack.headers().contains(BitsHeaders.ERROR_CONTEXT)).isFalse();
        assertThat(driver.fragment("/f", id, DATA, 100, 199).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 100-199/1001", "bytes 100-198/1000", "bytes 100-200/1000", "bytes 100-199/*", "100"})
    void wrongRangesAreRefusedAndLeaveTheUploadUnchanged(String range) {
        Driver driver = DirectWire.driver(Document.MC_BUP);
        String id = driver.open("/f");
        driver.fragment("/f", id, DATA, 0, 99);
        ReceivedReply ack = driver.fragment("/f", id, range, DATA.slice(100, 200));
        assertRefused(ack, 400, "0x80070057");
        assertThat(ack.header(BitsHeaders.RECEIVED_CONTENT_RANGE)).contains("100");
        assertThat(driver.fragment("/f", id, DATA, 100, 999).status()).isEqualTo(200);
        driver.close("/f", id);
        assertThat(driver.get("/f").body().array()).isEqualTo(DATA.array());
    }

    @Test
    void fragmentsNeedARangeAndASession() {
        Driver driver = DirectWire.driver(Document.MC_BUP);
        String id = driver.open("/f");
        HeaderField type = new HeaderField(BitsHeaders.PACKET_TYPE, "Fragment");
        assertRefused(
                driver.post("/f", DATA, type, new HeaderField(BitsHeaders.SESSION_ID, id), length(1000)),
                400,
                "0x80070057");
        assertRefused(
                driver.post(
                        "/f", DATA, type, new HeaderField(BitsHeaders.CONTENT_RANGE, "bytes 0-999/1000"), length(1000)),
                400,
                "0x80070057");
        assertRefused(driver.close("/f", ""), 400, "0x80070057");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{00000000-0000-0000-0000-000000000000}", "x"})
    void unknownSessionsAreNotFound(String id) {
        Driver driver = DirectWire.driver(Document.MC_BUP);
        driver.open("/f");
        assertRefused(driver.fragment("/f", id, DATA, 0, 99), 500, "0x8020001F");
        assertRefused(driver.close("/f", id), 500, "0x8020001F");
        assertRefused(driver.cancel("/f", id), 500, "0x8020001F");
    }

    @Test
    void aSessionServesNoOtherUrl() {
        Driver driver = DirectWire.driver(Document.MC_BUP);
        assertRefused(driver.fragment("/g", driver.open("/f"), DATA, 0, 99), 500, "0x8020001F");
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void sessionsOfTheSameUrlAreSeparate(Document dialect) {
        Driver driver = DirectWire.driver(dialect);
        Bytes other = TestData.bytes(600);
        String one = driver.open("/f");
        String two = driver.open("/f");
        driver.fragment("/f", one, DATA, 0, 499);
        driver.fragment("/f", two, other, 0, 299);
        assertThat(driver.fragment("/f", one, DATA, 500, 999).status()).isEqualTo(200);
        assertThat(driver.close("/f", one).status()).isEqualTo(200);
        assertThat(driver.get("/f").body().array()).isEqualTo(DATA.array());
        assertThat(driver.fragment("/f", two, other, 300, 599).status()).isEqualTo(200);
        assertThat(driver.close("/f", two).status()).isEqualTo(200);
        assertThat(driver.get("/f").body().array()).isEqualTo(other.array());
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void partialAndCancelledUploadsAreNotThere(Document dialect) {
        Driver driver = DirectWire.driver(dialect);
        String id = driver.open("/f");
        driver.fragment("/f", id, DATA, 0, 99);
        assertThat(driver.get("/f").status()).isEqualTo(404);
        assertThat(driver.cancel("/f", id).status()).isEqualTo(200);
        assertThat(driver.get("/f").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void totalsOver4GibAreAccepted(Document dialect) {
        Driver driver = DirectWire.driver(dialect);
        String id = driver.open("/f");
        ReceivedReply ack = driver.fragment("/f", id, "bytes 0-9/5000000000", TestData.bytes(10));
        assertThat(ack.status()).isEqualTo(200);
        assertThat(driver.fragment("/f", id, "bytes 4294967296-4294967305/5000000000", TestData.bytes(10))
                        .status())
                .isEqualTo(416);
        assertThat(driver.cancel("/f", id).status()).isEqualTo(200);
        assertThat(driver.get("/f").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void anUploadReplacesTheOneBefore(Document dialect) {
        Driver driver = DirectWire.driver(dialect);
        driver.upload("/f", DATA);
        driver.upload("/f", DATA.slice(0, 500));
        assertThat(driver.get("/f").body().array()).isEqualTo(DATA.slice(0, 500).array());
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void aSessionMayCloseWithoutAFragment(Document dialect) {
        Driver driver = DirectWire.driver(dialect);
        assertThat(driver.close("/f", driver.open("/f")).status()).isEqualTo(200);
        assertThat(driver.get("/f").body().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"MC_BUP, 403, BITS-Error", "WIN32, 409, BITS-Error-Code"})
    void aFileThatMustNotBeReplacedBlocksAnUpload(Document dialect, int status, String errorHeader) {
        Driver driver = DirectWire.driver(
                DirectWire.server(ReferenceOptions.conformant(dialect).withoutOverwriting()));
        String id = driver.open("/f");
        driver.fragment("/f", id, DATA, 0, DATA.length() - 1);
        driver.close("/f", id);

        ReceivedReply refused = driver.create("/f");
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.header(errorHeader)).contains("0x80070005");
        assertThat(refused.header(BitsHeaders.SESSION_ID)).isEmpty();
        assertThat(driver.create("/g").status()).isLessThan(300);
        assertThat(driver.get("/f").body().length()).isEqualTo(DATA.length());
    }

    @Test
    void aHostIsNamedIfOneIsConfigured() {
        Driver driver = DirectWire.driver(
                DirectWire.server(ReferenceOptions.conformant(Document.MC_BUP).withHostId(new HostId("other", 110))));

        ReceivedReply created = driver.create("/f");
        assertThat(created.header(BitsHeaders.HOST_ID)).contains("other");
        assertThat(created.header(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT)).contains("110");
        assertThat(driver.ping("/f").header(BitsHeaders.HOST_ID)).isEmpty();
        assertThat(DirectWire.driver(Document.MC_BUP).create("/f").header(BitsHeaders.HOST_ID))
                .isEmpty();
    }

    @Test
    void moreBytesThanTheServerStoresAreTooLarge() {
        BitsServer small = new BitsServer(ReferenceOptions.conformant(Document.MC_BUP), 150);
        Driver driver = DirectWire.driver(small);
        String id = driver.open("/f");
        assertThat(driver.fragment("/f", id, DATA, 0, 99).status()).isEqualTo(200);
        assertRefused(driver.fragment("/f", id, DATA, 100, 199), 500, "0x80200020");
        assertThat(driver.fragment("/f", id, DATA, 100, 149).status()).isEqualTo(200);
    }

    @Test
    void unexpectedBodiesAndRepeatedHeadersAreInvalid() {
        Driver driver = DirectWire.driver(Document.MC_BUP);
        HeaderField id = new HeaderField(BitsHeaders.SESSION_ID, driver.open("/f"));
        HeaderField type = new HeaderField(BitsHeaders.PACKET_TYPE, "Close-Session");
        assertRefused(driver.post("/f", Bytes.of("x"), type, id, length(1)), 400, "0x80070057");
        assertRefused(driver.post("/f", Bytes.NONE, type, id, id, length(0)), 400, "0x80070057");
    }

    @Test
    void headersOver4KbAreInvalidIfTheProtocolUsesThem() {
        Driver driver = DirectWire.driver(Document.MC_BUP);
        String large = "n".repeat(4097);
        assertRefused(
                driver.packet(PacketType.PING, "/f", new HeaderField(BitsHeaders.CONTENT_NAME, large)),
                400,
                "0x80070057");
        assertThat(driver.packet(PacketType.PING, "/f", new HeaderField("X-Other", large))
                        .status())
                .isEqualTo(200);
    }

    private static HeaderField length(int bytes) {
        return new HeaderField(BitsHeaders.CONTENT_LENGTH, String.valueOf(bytes));
    }

    private static void assertRefused(ReceivedReply ack, int status, String hresult) {
        assertThat(ack.status()).isEqualTo(status);
        assertThat(ack.header(BitsHeaders.ERROR)).contains(hresult);
        assertThat(ack.header(BitsHeaders.ERROR_CONTEXT)).contains("0x5");
    }
}
