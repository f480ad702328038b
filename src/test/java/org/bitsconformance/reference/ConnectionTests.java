package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.fault.AckFault;
import org.bitsconformance.reference.fault.CreateFault;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FaultyValues;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Starting and closing, and the faults that show in the connection. */
public class ConnectionTests {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Bytes DATA = TestData.bytes(100);

    FrontEndKind frontEnd() {
        return FrontEndKind.WIREMOCK;
    }

    @Test
    void framesAcksByChunksIfTheirLengthIsMissing() throws IOException {
        try (ReferenceServer server = faulty(AckFault.ACK_CONTENT_LENGTH_MISSING);
                SocketWire wire = new SocketWire(server.port())) {
            ReceivedReply ack = new Driver(wire).ping("/upload/f");
            assertThat(ack.header(BitsHeaders.CONTENT_LENGTH)).isEmpty();
            assertThat(ack.header("Transfer-Encoding")).contains("chunked");
            assertThat(wire.readLine()).isEqualTo("0");
            assertThat(wire.readLine()).isEmpty();
            assertThat(new Driver(wire).ping("/upload/f").status()).isEqualTo(200);
        }
    }

    @Test
    void sendsPagesWithTheirLength() throws IOException {
        try (ReferenceServer server = faulty(AckFault.ACK_HTML_BODY);
                SocketWire wire = new SocketWire(server.port())) {
            ReceivedReply ack = new Driver(wire).close("/upload/f", "unknown");
            assertThat(ack.body().array()).isEqualTo(FaultyValues.PAGE.array());
            assertThat(new Driver(wire).ping("/upload/f").body().isEmpty()).isTrue();
        }
    }

    @Test
    void cutsPagesShort() throws IOException {
        try (ReferenceServer server = faulty(AckFault.ACK_BODY_CUT_SHORT);
                SocketWire wire = new SocketWire(server.port())) {
            assertThat(new Driver(wire).ping("/upload/f").status()).isEqualTo(200);
            int half = FaultyValues.PAGE.length() / 2;
            assertThatThrownBy(() -> new Driver(wire).close("/upload/f", "unknown"))
                    .hasCauseInstanceOf(EOFException.class)
                    .hasMessageContaining("the body ends after " + half + " bytes");
        }
    }

    @Test
    void distinguishesConnections() throws IOException {
        try (ReferenceServer server = faulty(SessionFault.SESSIONS_TIED_TO_CONNECTIONS);
                SocketWire wire = new SocketWire(server.port());
                SocketWire other = new SocketWire(server.port())) {
            String id = new Driver(wire).open("/upload/f");
            assertThat(new Driver(other).fragment("/upload/f", id, DATA, 0, 9).status())
                    .isEqualTo(500);
            assertThat(new Driver(wire).fragment("/upload/f", id, DATA, 0, 9).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void seesTheCaseOfHeaderNames() throws IOException {
        try (ReferenceServer server = faulty(CreateFault.CREATE_HEADER_NAMES_CASE_SENSITIVE);
                SocketWire wire = new SocketWire(server.port())) {
            HeaderField lower = new HeaderField("bits-supported-protocols", UploadProtocol.BITS_1_5);
            assertThat(new Driver(wire)
                            .packet(PacketType.CREATE_SESSION, "/upload/f", lower)
                            .status())
                    .isEqualTo(400);
            assertThat(new Driver(wire).create("/upload/f").status()).isEqualTo(200);
        }
    }

    @Test
    void closesQuicklyWhileAnAnswerHangs() throws IOException {
        ReferenceServer server = faulty(SessionFault.CLOSE_NEVER_ANSWERED);
        try (SocketWire wire = new SocketWire(server.port());
                SocketWire other = new SocketWire(server.port())) {
            String id = new Driver(other).open("/upload/f");
            wire.write(head("BITS-Packet-Type: Close-Session", "BITS-Session-Id: " + id), Bytes.NONE);
            Assertions.assertTimeoutPreemptively(LONGEST, () -> {
                // A request that has not reached the server when it stops is answered 503.
                while (server.openSessions() > 0) {
                    assertThat(new Driver(other).ping("/upload/f").status()).isEqualTo(200);
                }
            });
            Assertions.assertTimeout(LONGEST, server::close);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> wire.read(false));
        }
    }

    @Test
    void resetsTheConnection() throws IOException {
        try (ReferenceServer server = faulty(SessionFault.CLOSE_RESETS_CONNECTION);
                SocketWire wire = new SocketWire(server.port())) {
            assertThatThrownBy(() -> new Driver(wire).close("/upload/f", "x"))
                    .hasCauseInstanceOf(SocketException.class);
        }
    }

    @Test
    void closesTheConnectionInsteadOfAnAnswer() throws IOException {
        try (ReferenceServer server = faulty(FragmentFault.FRAGMENT_CLOSES_CONNECTION);
                SocketWire wire = new SocketWire(server.port())) {
            assertThatThrownBy(() -> new Driver(wire).fragment("/upload/f", "x", DATA, 0, 9))
                    .hasCauseInstanceOf(EOFException.class)
                    .hasMessageContaining("after \"\"");
        }
    }

    @Test
    void answersGarbage() throws IOException {
        try (ReferenceServer server = faulty(FragmentFault.FRAGMENT_GARBAGE_ANSWER);
                SocketWire wire = new SocketWire(server.port())) {
            wire.write(head("BITS-Packet-Type: Fragment"), Bytes.NONE);
            String got = "";
            try {
                got = wire.readLine();
            } catch (EOFException end) {
                got = end.getMessage();
            }
            assertThat(got).isNotEmpty().doesNotContain("HTTP/1.1").doesNotContain("after \"\"");
        }
    }

    @Test
    void saysInOneLineThatThePortIsOccupied() {
        try (ReferenceServer first = ReferenceServer.start(conformant())) {
            ReferenceOptions same = conformant().withPort(first.port());
            assertThatExceptionOfType(ReferenceServerException.class)
                    .isThrownBy(() -> ReferenceServer.start(same))
                    .withMessage("cannot listen on 127.0.0.1:" + first.port() + ": is it taken?");
        }
    }

    @Test
    void canBeClosedTwice() {
        ReferenceServer server = ReferenceServer.start(conformant());
        server.close();
        server.close();
        assertThat(server.uploadUrl().getPath()).isEqualTo("/upload/");
    }

    private static String head(String... lines) {
        return "BITS_POST /upload/f HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n" + String.join("\r\n", lines)
                + "\r\n\r\n";
    }

    private ReferenceOptions conformant() {
        return ReferenceOptions.conformant(Document.MC_BUP).withFrontEnd(frontEnd());
    }

    private ReferenceServer faulty(Fault fault) {
        return ReferenceServer.start(conformant().withFaults(fault));
    }
}
