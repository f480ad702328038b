package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How the two documents differ. */
class DialectTests {

    private static final Bytes DATA = TestData.bytes(300);

    private static ReceivedReply withoutLength(Driver driver, PacketType type, HeaderField... others) {
        HeaderField[] headers = new HeaderField[others.length + 1];
        headers[0] = new HeaderField(BitsHeaders.PACKET_TYPE, type.headerValue());
        System.arraycopy(others, 0, headers, 1, others.length);
        return driver.post("/f", Bytes.NONE, headers);
    }

    @Nested
    class McBup {

        private final Driver driver = DirectWire.driver(Document.MC_BUP);
        private String id;

        @BeforeEach
        void open() {
            id = driver.open("/f");
        }

        @Test
        void createIs200WithAGuidInBraces() {
            assertThat(driver.create("/f").status()).isEqualTo(200);
            assertThat(id).matches("\\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}}");
        }

        @Test
        void theErrorHeaderIsBitsError() {
            ReceivedReply ack = driver.close("/f", "x");
            assertThat(ack.header(BitsHeaders.ERROR)).contains("0x8020001F");
            assertThat(ack.header(BitsHeaders.ERROR_CODE)).isEmpty();
        }

        @Test
        void overlapsAreRefusedWithTheNextOffset() {
            driver.fragment("/f", id, DATA, 0, 99);
            for (ReceivedReply ack : new ReceivedReply[] {
                driver.fragment("/f", id, DATA, 50, 149),
                driver.fragment("/f", id, DATA, 0, 99),
                driver.fragment("/f", id, DATA, 10, 19)
            }) {
                assertThat(ack.status()).isEqualTo(416);
                assertThat(ack.header(BitsHeaders.RECEIVED_CONTENT_RANGE)).contains("100");
            }
        }

        @Test
        void theLastFragmentMayBeRepeated() {
            driver.fragment("/f", id, DATA, 0, 199);
            driver.fragment("/f", id, DATA, 200, 299);
            ReceivedReply repeated = driver.fragment("/f", id, DATA, 200, 299);
            assertThat(repeated.status()).isEqualTo(200);
            assertThat(repeated.header(BitsHeaders.RECEIVED_CONTENT_RANGE)).contains("300");
            assertThat(driver.fragment("/f", id, DATA, 0, 199).status()).isEqualTo(416);
            driver.close("/f", id);
            assertThat(driver.get("/f").body().array()).isEqualTo(DATA.array());
        }

        @Test
        void every200NamesTheSession() {
            assertThat(driver.fragment("/f", id, DATA, 0, 99).header(BitsHeaders.SESSION_ID))
                    .contains(id);
            assertThat(driver.packet(PacketType.PING, "/f", new HeaderField(BitsHeaders.SESSION_ID, id))
                            .header(BitsHeaders.SESSION_ID))
                    .contains(id);
            assertThat(driver.packet(PacketType.PING, "/f", new HeaderField(BitsHeaders.SESSION_ID, "x"))
                            .header(BitsHeaders.SESSION_ID))
                    .isEmpty();
            assertThat(driver.close("/f", id).header(BitsHeaders.SESSION_ID)).contains(id);
        }

        @Test
        void everyPacketNeedsAContentLength() {
            ReceivedReply ack = withoutLength(driver, PacketType.PING);
            assertThat(ack.status()).isEqualTo(411);
            assertThat(ack.header(BitsHeaders.ERROR)).contains("0x80070057");
        }

        @Test
        void theFileAppearsAtClose() {
            driver.fragment("/f", id, DATA, 0, 299);
            assertThat(driver.get("/f").status()).isEqualTo(404);
            driver.close("/f", id);
            assertThat(driver.get("/f").status()).isEqualTo(200);
        }

        @Test
        void anEarlyClosePublishesWhatIsThere() {
            driver.fragment("/f", id, DATA, 0, 99);
            assertThat(driver.close("/f", id).status()).isEqualTo(200);
            assertThat(driver.get("/f").body().array())
                    .isEqualTo(DATA.slice(0, 100).array());
        }

        @Test
        void aLateCancelEndsTheSession() {
            driver.fragment("/f", id, DATA, 0, 299);
            assertThat(driver.cancel("/f", id).status()).isEqualTo(200);
            assertThat(driver.close("/f", id).status()).isEqualTo(500);
            assertThat(driver.get("/f").status()).isEqualTo(404);
        }

        @Test
        void aClosedSessionIsUnknown() {
            driver.close("/f", id);
            ReceivedReply ack = driver.fragment("/f", id, DATA, 0, 99);
            assertThat(ack.status()).isEqualTo(500);
            assertThat(ack.header(BitsHeaders.ERROR)).contains("0x8020001F");
        }

        @Test
        void aDirectoryIs400() {
            assertThat(driver.create("/upload/").status()).isEqualTo(400);
        }
    }

    @Nested
    class Win32 {

        private final Driver driver = DirectWire.driver(Document.WIN32);
        private String id;

        @BeforeEach
        void open() {
            id = driver.open("/f");
        }

        @Test
        void createIs201WithABareString() {
            assertThat(driver.create("/f").status()).isEqualTo(201);
            assertThat(id).doesNotContain("{").isNotEmpty();
        }

        @Test
        void theErrorHeaderIsBitsErrorCode() {
            ReceivedReply ack = driver.close("/f", "x");
            assertThat(ack.status()).isEqualTo(500);
            assertThat(ack.header(BitsHeaders.ERROR_CODE)).contains("0x8020001F");
            assertThat(ack.header(BitsHeaders.ERROR_CONTEXT)).contains("0x5");
            assertThat(ack.header(BitsHeaders.ERROR)).isEmpty();
        }

        @Test
        void onlyTheNewBytesOfOverlapsAreWritten() {
            driver.fragment("/f", id, DATA, 0, 100);
            Bytes different = Bytes.joined(List.of(Bytes.of(new byte[101]), DATA.slice(101, 300)));
            assertThat(driver.fragment("/f", id, different, 0, 100).header(BitsHeaders.RECEIVED_CONTENT_RANGE))
                    .contains("101");
            assertThat(driver.fragment("/f", id, different, 50, 150).header(BitsHeaders.RECEIVED_CONTENT_RANGE))
                    .contains("151");
            driver.fragment("/f", id, DATA, 151, 299);
            assertThat(driver.fragment("/f", id, different, 151, 299).status()).isEqualTo(200);
            assertThat(driver.get("/f").body().array()).isEqualTo(DATA.array());
        }

        @Test
        void theSessionIsNamedButNotToPings() {
            assertThat(driver.fragment("/f", id, DATA, 0, 99).header(BitsHeaders.SESSION_ID))
                    .contains(id);
            assertThat(driver.packet(PacketType.PING, "/f", new HeaderField(BitsHeaders.SESSION_ID, id))
                            .header(BitsHeaders.SESSION_ID))
                    .isEmpty();
            assertThat(driver.cancel("/f", id).header(BitsHeaders.SESSION_ID)).contains(id);
            assertThat(driver.close("/f", "x").header(BitsHeaders.SESSION_ID)).contains("x");
        }

        @Test
        void onlyFragmentsNeedAContentLength() {
            HeaderField session = new HeaderField(BitsHeaders.SESSION_ID, id);
            HeaderField range = new HeaderField(BitsHeaders.CONTENT_RANGE, "bytes 0-9/10");
            assertThat(withoutLength(driver, PacketType.PING).status()).isEqualTo(200);
            assertThat(withoutLength(driver, PacketType.FRAGMENT, session, range)
                            .status())
                    .isEqualTo(411);
            assertThat(withoutLength(driver, PacketType.CLOSE_SESSION, session).status())
                    .isEqualTo(200);
        }

        @Test
        void theFileAppearsWithItsLastFragment() {
            driver.fragment("/f", id, DATA, 0, 299);
            assertThat(driver.get("/f").body().array()).isEqualTo(DATA.array());
        }

        @Test
        void anEarlyCloseDropsTheFile() {
            driver.fragment("/f", id, DATA, 0, 99);
            assertThat(driver.close("/f", id).status()).isEqualTo(200);
            assertThat(driver.get("/f").status()).isEqualTo(404);
        }

        @Test
        void aLateCancelChangesNothing() {
            driver.fragment("/f", id, DATA, 0, 299);
            assertThat(driver.cancel("/f", id).status()).isEqualTo(200);
            assertThat(driver.get("/f").status()).isEqualTo(200);
            assertThat(driver.close("/f", id).status()).isEqualTo(200);
        }

        @Test
        void aPacketAfterTheEndIsUnexpected() {
            driver.close("/f", id);
            ReceivedReply ack = driver.fragment("/f", id, DATA, 0, 99);
            assertThat(ack.status()).isEqualTo(400);
            assertThat(ack.header(BitsHeaders.ERROR_CODE)).contains("0x80070057");
        }

        @Test
        void closingAfterTheFileWasDeletedIs404() {
            driver.fragment("/f", id, DATA, 0, 299);
            driver.wire().send("DELETE", "/f", List.of(), Bytes.NONE);
            assertThat(driver.close("/f", id).status()).isEqualTo(404);
        }

        @Test
        void aDirectoryIsNotFound() {
            assertThat(driver.create("/upload/").status()).isEqualTo(404);
        }
    }
}
