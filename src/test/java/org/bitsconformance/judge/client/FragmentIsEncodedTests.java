package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentIsEncodedTests {

    private static final String GZIP = "\u001f\u008b\b\u0000zipped";

    @ParameterizedTest
    @ValueSource(
            strings = {"packet.fragment.encoding", "packet.fragment.encoding.same", "packet.fragment.encoding.identity"
            })
    void holds_for_plain_bytes(String requirement) {
        Said.held(requirement, CaseBuilder.created().fragment(0, 9, 20).fragment(10, 19, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"packet.fragment.encoding", "packet.fragment.encoding.named", "packet.fragment.encoding.identity"
            })
    void holds_for_an_encoding_that_the_server_asked_for(String requirement) {
        Said.held(requirement, encoded("gzip, identity", "gzip", GZIP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "deflate", "gzip;q=0"})
    void breaks_for_an_encoding_that_the_server_did_not_ask_for(String accepted) {
        assertThat(Said.broken("packet.fragment.encoding", encoded(accepted, "gzip", GZIP)))
                .containsExactly("Fragment has Content-Encoding: gzip where no Content-Encoding"
                        + (accepted.equals("deflate") ? " or one of deflate" : "") + " is expected.");
    }

    @Test
    void an_encoding_is_reported_if_the_server_said_nothing() {
        assertThat(Said.observed(
                        "packet.fragment.encoding",
                        CaseBuilder.session()
                                .create(ack -> ack.without("Accept-Encoding"))
                                .nextRequest(request -> request.with("Content-Encoding", "gzip"))
                                .fragment(0, 9, 20)))
                .containsExactly(
                        "Fragment has Content-Encoding: gzip, and the Ack to Create-Session had no Accept-Encoding.");
    }

    @Test
    void breaks_for_a_body_that_is_not_encoded_so() {
        assertThat(Said.broken("packet.fragment.encoding.named", encoded("gzip", "gzip", "plain text")))
                .containsExactly("Fragment has Content-Encoding: gzip, and its body does not begin as gzip does.");
    }

    @Test
    void a_body_with_a_transfer_coding_does_not_show_how_the_file_begins() {
        Said.silent(
                "packet.fragment.encoding.named",
                CaseBuilder.session()
                        .create(ack -> ack.with("Accept-Encoding", "gzip"))
                        .nextRequest(request -> request.with("Content-Encoding", "gzip")
                                .without("Content-Length")
                                .with("Transfer-Encoding", "chunked")
                                .onlyBody("a\r\n" + GZIP + "\r\n0\r\n\r\n"))
                        .fragment(0, 9, 20));
    }

    @Test
    void breaks_for_two_encodings_in_a_session() {
        assertThat(Said.broken(
                        "packet.fragment.encoding.same",
                        encoded("gzip", "gzip", GZIP).fragment(10, 19, 20)))
                .containsExactly("Fragment is encoded as identity, and the Fragments before as gzip.");
    }

    @Test
    void breaks_for_the_name_of_plain_bytes() {
        assertThat(Said.broken("packet.fragment.encoding.identity", encoded("identity", "identity", "0123456789")))
                .containsExactly("Fragment has Content-Encoding: identity where no Content-Encoding is expected.");
    }

    private static CaseBuilder encoded(String accepted, String encoding, String body) {
        return CaseBuilder.session()
                .create(ack -> ack.with("Accept-Encoding", accepted))
                .nextRequest(
                        request -> request.with("Content-Encoding", encoding).body(body))
                .fragment(0, 9, 20);
    }
}
