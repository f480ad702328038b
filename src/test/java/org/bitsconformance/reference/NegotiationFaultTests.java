package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.fault.CreateFault;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FaultyValues;
import org.bitsconformance.reference.http.HeaderField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults that concern what Create-Session offers deviate as their titles say, and in nothing else. */
public class NegotiationFaultTests {

    private static final String KNOWN = UploadProtocol.BITS_1_5;
    private static final String UPPER = KNOWN.toUpperCase(Locale.ROOT);
    private static final String OTHER = FaultyValues.OTHER_GUID;

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(CreateFault.CREATE_ACCEPTS_MISSING_PROTOCOLS, " , ", 200),
                Arguments.of(CreateFault.CREATE_ACCEPTS_MISSING_PROTOCOLS, OTHER, 400),
                Arguments.of(CreateFault.CREATE_CHOOSES_FIRST_GUID, OTHER, 200),
                Arguments.of(CreateFault.CREATE_CHOOSES_FIRST_GUID, "", 400),
                Arguments.of(CreateFault.CREATE_CHOOSES_FIRST_GUID, "no-guid", 400),
                Arguments.of(CreateFault.CREATE_CHOOSES_FIRST_GUID, OTHER + " no-guid", 400),
                Arguments.of(CreateFault.CREATE_ACCEPTS_MALFORMED_PROTOCOLS, "no-guid", 200),
                Arguments.of(CreateFault.CREATE_ACCEPTS_MALFORMED_PROTOCOLS, OTHER + " no-guid", 200),
                Arguments.of(CreateFault.CREATE_ACCEPTS_MALFORMED_PROTOCOLS, OTHER, 400),
                Arguments.of(CreateFault.CREATE_ACCEPTS_MALFORMED_PROTOCOLS, "", 400),
                Arguments.of(CreateFault.CREATE_READS_FIRST_PROTOCOL_ONLY, OTHER + " " + KNOWN, 400),
                Arguments.of(CreateFault.CREATE_READS_FIRST_PROTOCOL_ONLY, "no-guid " + KNOWN, 400),
                Arguments.of(CreateFault.CREATE_READS_FIRST_PROTOCOL_ONLY, KNOWN + " " + OTHER, 200),
                Arguments.of(CreateFault.CREATE_COMPARES_WHOLE_LIST, KNOWN + " " + OTHER, 400),
                Arguments.of(CreateFault.CREATE_COMPARES_WHOLE_LIST, UPPER, 200),
                Arguments.of(CreateFault.CREATE_REFUSES_UNKNOWN_PROTOCOL_FIRST, OTHER + " " + KNOWN, 400),
                Arguments.of(CreateFault.CREATE_REFUSES_UNKNOWN_PROTOCOL_FIRST, "no-guid " + KNOWN, 200),
                Arguments.of(CreateFault.CREATE_REFUSES_UNKNOWN_PROTOCOL_FIRST, KNOWN + " " + OTHER, 200),
                Arguments.of(CreateFault.CREATE_PROTOCOL_CASE_SENSITIVE, UPPER, 400),
                Arguments.of(CreateFault.CREATE_PROTOCOL_CASE_SENSITIVE, KNOWN, 200),
                Arguments.of(CreateFault.CREATE_MIXED_PROTOCOLS_ANSWERED_500, "no-guid " + KNOWN, 500),
                Arguments.of(CreateFault.CREATE_MIXED_PROTOCOLS_ANSWERED_500, "no-guid", 400),
                Arguments.of(CreateFault.CREATE_MIXED_PROTOCOLS_ANSWERED_500, OTHER + " " + KNOWN, 200),
                Arguments.of(CreateFault.CREATE_REFUSES_COMMAS, OTHER + "," + KNOWN, 400),
                Arguments.of(CreateFault.CREATE_REFUSES_COMMAS, OTHER + " " + KNOWN, 200));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void listsOfProtocols(Fault fault, String list, int status) {
        ReceivedReply ack = create(with(fault), new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, list));
        assertThat(ack.status()).isEqualTo(status);
        assertThat(ack.header(BitsHeaders.SESSION_ID).isPresent()).isEqualTo(status == 200);
        assertThat(with(fault).create("/f").header(BitsHeaders.PROTOCOL)).contains(KNOWN);
    }

    @Test
    void aMissingList() {
        assertThat(create(with(CreateFault.CREATE_ACCEPTS_MISSING_PROTOCOLS)).status())
                .isEqualTo(200);
        assertThat(create(with(CreateFault.CREATE_CHOOSES_FIRST_GUID)).status()).isEqualTo(400);
    }

    @Test
    void whatIsChosenWasOffered() {
        HeaderField list = new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, OTHER);
        assertThat(create(with(CreateFault.CREATE_CHOOSES_FIRST_GUID), list).header(BitsHeaders.PROTOCOL))
                .contains(OTHER);
    }

    @Test
    void headersOfCreate() {
        HeaderField offer = new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, KNOWN);
        Driver name = with(CreateFault.CREATE_NEEDS_CONTENT_NAME);
        assertThat(create(name, offer).status()).isEqualTo(400);
        assertThat(create(name, offer, new HeaderField(BitsHeaders.CONTENT_NAME, "f"))
                        .status())
                .isEqualTo(200);
        Driver spelling = with(CreateFault.CREATE_HEADER_NAMES_CASE_SENSITIVE);
        assertThat(create(spelling, new HeaderField("BITS-SUPPORTED-PROTOCOLS", KNOWN))
                        .status())
                .isEqualTo(400);
        assertThat(create(spelling, offer).status()).isEqualTo(200);
        Driver unknown = with(CreateFault.CREATE_REFUSES_UNKNOWN_HEADERS);
        assertThat(create(unknown, offer, new HeaderField("X-Other", "x")).status())
                .isEqualTo(400);
        assertThat(create(unknown, offer, new HeaderField("user-agent", "x")).status())
                .isEqualTo(200);
    }

    @Test
    void aPingFirst() {
        BitsServer server = DirectWire.server(Document.MC_BUP, CreateFault.CREATE_NEEDS_PING);
        Driver one = DirectWire.driver(server, 1);
        assertThat(one.create("/f").status()).isEqualTo(400);
        one.ping("/f");
        assertThat(one.create("/f").status()).isEqualTo(200);
        assertThat(DirectWire.driver(server, 2).create("/f").status()).isEqualTo(400);
    }

    private static Driver with(Fault fault) {
        return DirectWire.driver(Document.MC_BUP, fault);
    }

    private static ReceivedReply create(Driver driver, HeaderField... headers) {
        return driver.packet(PacketType.CREATE_SESSION, "/f", headers);
    }
}
