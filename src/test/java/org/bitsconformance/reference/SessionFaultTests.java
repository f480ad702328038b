package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FaultyValues;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The faults in how sessions are found, how they end and how they are kept apart deviate as their titles say. */
public class SessionFaultTests {

    private static final Bytes DATA = TestData.bytes(300);

    @ParameterizedTest
    @EnumSource(Document.class)
    void missingIds(Document dialect) {
        Driver guess = DirectWire.driver(dialect, SessionFault.MISSING_SESSION_ID_GUESSED);
        assertThat(guess.packet(PacketType.CLOSE_SESSION, "/f").status()).isEqualTo(400);
        String id = guess.open("/f");
        guess.open("/g");
        ReceivedReply ack = guess.packet(PacketType.CLOSE_SESSION, "/f");
        assertThat(ack.status()).isEqualTo(200);
        assertThat(ack.header(BitsHeaders.SESSION_ID)).contains(id);
        guess.open("/g");
        assertThat(guess.packet(PacketType.CLOSE_SESSION, "/g").status()).isEqualTo(400);
        assertThat(DirectWire.driver(dialect, SessionFault.MISSING_SESSION_ID_ANSWERED_404)
                        .packet(PacketType.CANCEL_SESSION, "/f")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void sessionsFoundByTheirUrl() {
        Driver driver = with(SessionFault.SESSIONS_FOUND_BY_URL);
        driver.open("/f");
        assertThat(driver.fragment("/f", "any", DATA, 0, 99).status()).isEqualTo(200);
        assertThat(driver.fragment("/f", "other", DATA, 200, 299).status()).isEqualTo(416);
        assertThat(driver.fragment("/f", "other", DATA, 100, 299).status()).isEqualTo(200);
        assertThat(driver.close("/f", "third").status()).isEqualTo(200);
        assertThat(driver.get("/f").body().array()).isEqualTo(DATA.array());
        assertThat(driver.close("/f", "third").status()).isEqualTo(200);
    }

    @Test
    void connectionsInTurn() {
        BitsServer server = DirectWire.server(Document.MC_BUP, SessionFault.CONNECTIONS_BALANCED);
        Driver one = DirectWire.driver(server, 7);
        Driver two = DirectWire.driver(server, 8);
        Driver three = DirectWire.driver(server, 9);
        ReceivedReply created = one.create("/f");
        String id = created.header(BitsHeaders.SESSION_ID).orElseThrow();
        HeaderField cookie =
                new HeaderField("Cookie", created.header("Set-Cookie").orElseThrow());
        assertThat(one.fragment("/f", id, DATA, 0, 99).status()).isEqualTo(200);
        assertThat(two.fragment("/f", id, DATA, 100, 299).status()).isEqualTo(500);
        assertThat(three.fragment("/f", id, DATA, 100, 299).status()).isEqualTo(200);
        HeaderField session = new HeaderField(BitsHeaders.SESSION_ID, id);
        assertThat(two.packet(PacketType.CLOSE_SESSION, "/f", session).status()).isEqualTo(500);
        assertThat(two.packet(PacketType.CLOSE_SESSION, "/f", session, cookie).status())
                .isEqualTo(200);
    }

    @Test
    void requestsInTurn() {
        Driver driver = with(SessionFault.REQUESTS_BALANCED);
        ReceivedReply created = driver.create("/f");
        String id = created.header(BitsHeaders.SESSION_ID).orElseThrow();
        assertThat(driver.fragment("/f", id, DATA, 0, 99).status()).isEqualTo(500);
        assertThat(driver.fragment("/f", id, DATA, 0, 99).status()).isEqualTo(200);
        assertThat(driver.ping("/f").header("Set-Cookie")).isPresent().isNotEqualTo(created.header("Set-Cookie"));
    }

    @Test
    void malformedIds() {
        Driver driver = with(SessionFault.MALFORMED_SESSION_ID_ANSWERED_404);
        assertThat(driver.close("/f", "nonsense").status()).isEqualTo(404);
        assertThat(driver.close("/f", FaultyValues.OTHER_GUID).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void packetsAfterClose(Document dialect) {
        Driver again = DirectWire.driver(dialect, SessionFault.CLOSE_AFTER_CLOSE_ACCEPTED);
        String id = again.upload("/f", DATA);
        assertThat(again.close("/f", id).status()).isEqualTo(200);
        assertThat(again.cancel("/f", id).status()).isGreaterThanOrEqualTo(400);
        Driver cancel = DirectWire.driver(dialect, SessionFault.CANCEL_AFTER_CLOSE_ACCEPTED);
        String other = cancel.upload("/f", DATA);
        assertThat(cancel.cancel("/f", other).status()).isEqualTo(200);
        assertThat(cancel.close("/f", other).status()).isGreaterThanOrEqualTo(400);
        assertThat(cancel.get("/f").body().array()).isEqualTo(DATA.array());
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void packetsAfterCancel(Document dialect) {
        Driver again = DirectWire.driver(dialect, SessionFault.CANCEL_AFTER_CANCEL_ACCEPTED);
        String id = again.open("/f");
        again.cancel("/f", id);
        assertThat(again.cancel("/f", id).status()).isEqualTo(200);
        assertThat(again.close("/f", id).status()).isGreaterThanOrEqualTo(400);
        Driver close = DirectWire.driver(dialect, SessionFault.CLOSE_AFTER_CANCEL_ACCEPTED);
        String other = close.open("/f");
        close.cancel("/f", other);
        assertThat(close.close("/f", other).status()).isEqualTo(200);
        assertThat(close.cancel("/f", other).status()).isGreaterThanOrEqualTo(400);
        assertThat(close.get("/f").status()).isEqualTo(404);
    }

    @Test
    void sessionsOfOneConnectionOnly() {
        BitsServer server = DirectWire.server(Document.MC_BUP, SessionFault.SESSIONS_TIED_TO_CONNECTIONS);
        Driver one = DirectWire.driver(server, 1);
        String id = one.open("/f");
        assertThat(DirectWire.driver(server, 2).fragment("/f", id, DATA, 0, 99).status())
                .isEqualTo(500);
        assertThat(one.fragment("/f", id, DATA, 0, 99).status()).isEqualTo(200);
    }

    @Test
    void sessionsMixUnderLoad() {
        BitsServer server = DirectWire.server(Document.MC_BUP, SessionFault.SESSIONS_MIX_UNDER_LOAD);
        Driver one = DirectWire.driver(server, 1);
        Driver two = DirectWire.driver(server, 2);
        for (int i = 0; i < 14; i++) {
            one.open("/open" + i);
        }
        String first = one.open("/f");
        String second = two.open("/g");
        one.fragment("/f", first, "bytes 0-3/8", Bytes.of("abcd"));
        two.fragment("/g", second, "bytes 0-3/8", Bytes.of("0123"));
        one.open("/one-too-many");
        one.fragment("/f", first, "bytes 4-7/8", Bytes.of("efgh"));
        two.fragment("/g", second, "bytes 4-7/8", Bytes.of("4567"));
        one.close("/f", first);
        two.close("/g", second);
        assertThat(one.get("/f").body().array()).asString().isEqualTo("abcdefgh");
        assertThat(two.get("/g").body().array()).asString().isEqualTo("0123efgh");
    }

    @Test
    void sessionsMixedUp() {
        BitsServer server = DirectWire.server(Document.MC_BUP, SessionFault.SESSIONS_MIXED_UP);
        Driver one = DirectWire.driver(server, 1);
        one.upload("/alone", DATA);
        assertThat(one.get("/alone").body().array()).isEqualTo(DATA.array());
        Driver two = DirectWire.driver(server, 2);
        String first = two.open("/f");
        String second = two.open("/g");
        two.fragment("/f", first, "bytes 0-9/10", Bytes.of("abcdefghij"));
        two.fragment("/g", second, "bytes 0-11/12", Bytes.of("012345678901"));
        two.close("/f", first);
        two.close("/g", second);
        assertThat(two.get("/f").body().array()).asString().isEqualTo("abcdefghij");
        assertThat(two.get("/g").body().array()).asString().isEqualTo("abcdefghij01");
    }

    private static Driver with(Fault fault) {
        return DirectWire.driver(Document.MC_BUP, fault);
    }
}
