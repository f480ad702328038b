package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.UploadProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolsAreOfferedTests {

    private static final String OTHER = "{00000000-0000-4000-8000-000000000001}";
    private static final String BOTH = UploadProtocol.BITS_1_5 + " " + OTHER;
    private static final String WITH_COMMA = UploadProtocol.BITS_1_5 + "," + OTHER;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packet.create-session.protocols",
                "packet.create-session.protocols.delimiter",
                "packet.create-session.protocols.known"
            })
    void holds_for_a_list_with_spaces(String requirement) {
        Said.held(requirement, offering(BOTH));
        Said.silent(requirement, CaseBuilder.session().ping());
    }

    @Test
    void breaks_for_a_list_without_guids() {
        String requirement = "packet.create-session.protocols";
        assertThat(Said.broken(requirement, offering("BITS")))
                .containsExactly("Create-Session has BITS-Supported-Protocols: BITS where a list of GUIDs in braces is"
                        + " expected.");
        assertThat(Said.broken(requirement, offering("7df0354d-249b-430f-820d-3d2a9bef4931")))
                .hasSize(1);
        assertThat(Said.broken(requirement, offering(""))).hasSize(1);
        assertThat(Said.broken(
                        requirement,
                        CaseBuilder.session()
                                .nextRequest(request -> request.without("BITS-Supported-Protocols"))
                                .create()))
                .containsExactly("Create-Session has no BITS-Supported-Protocols.");
    }

    @Test
    void breaks_for_a_list_that_has_no_order() {
        assertThat(Said.broken("packet.create-session.protocols.order", offering(BOTH + " " + UploadProtocol.BITS_1_5)))
                .containsExactly("Create-Session offers " + UploadProtocol.BITS_1_5
                        + " before and after another protocol, so that its list has no order.");
        assertThat(Said.observed("packet.create-session.protocols.order", offering(BOTH)))
                .containsExactly("Create-Session offers 2 protocols, " + UploadProtocol.BITS_1_5
                        + " first; only the client knows which it likes best.");
        Said.silent("packet.create-session.protocols.order", offering(UploadProtocol.BITS_1_5));
    }

    @Test
    void breaks_for_commas_under_win32_alone() {
        String requirement = "packet.create-session.protocols.delimiter";
        assertThat(Said.broken(requirement, offering(WITH_COMMA).dialect(Dialect.WIN32)))
                .containsExactly("Create-Session has BITS-Supported-Protocols: " + WITH_COMMA
                        + " where spaces between the protocols is expected.");
        assertThat(Said.observed(requirement, offering(WITH_COMMA)))
                .containsExactly("Create-Session has commas between its protocols, as MC-BUP allows.");
    }

    @Test
    void breaks_if_the_known_protocol_is_not_offered() {
        assertThat(Said.broken("packet.create-session.protocols.known", offering(OTHER)))
                .containsExactly("Create-Session has BITS-Supported-Protocols: " + OTHER + " where "
                        + UploadProtocol.BITS_1_5 + " is expected.");
        Said.held("packet.create-session.protocols.known", offering("{7DF0354D-249B-430F-820D-3D2A9BEF4931}"));
    }

    private static CaseBuilder offering(String list) {
        return CaseBuilder.session()
                .nextRequest(request -> request.with("BITS-Supported-Protocols", list))
                .create();
    }
}
