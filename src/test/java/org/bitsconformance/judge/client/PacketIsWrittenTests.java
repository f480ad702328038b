package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.created;
import static org.bitsconformance.judge.CaseBuilder.session;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketIsWrittenTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packet.verb",
                "packet.http-version",
                "packet.header.form",
                "packet.header.length",
                "packet.type",
                "packet.content-length",
                "packet.body.absent",
                "packet.fragment",
                "packet.target",
                "packet.target.remote-name"
            })
    void holds_for_a_right_upload(String requirement) {
        Said.held(
                requirement,
                session()
                        .ping()
                        .create()
                        .fragment(0, 9, 20)
                        .fragment(10, 19, 20)
                        .close());
    }

    @Test
    void breaks_for_another_method() {
        assertThat(Said.broken("packet.verb", closing(request -> request.startLine("POST /upload/file HTTP/1.1"))))
                .containsExactly("Close-Session was sent with the method POST.");
    }

    @Test
    void post_with_the_verb_in_a_field_is_reported() {
        assertThat(Said.observed(
                        "packet.verb",
                        closing(request -> request.startLine("POST /upload/file HTTP/1.1")
                                .with("X-HTTP-Method-Override", "BITS_POST"))))
                .containsExactly(
                        "Close-Session was sent as POST with X-HTTP-Method-Override: BITS_POST, for a server or"
                                + " proxy that does not let the verb through.");
    }

    @Test
    void other_requests_to_the_url_are_no_packets() {
        CaseBuilder played = session()
                .packet(
                        Message.of("GET /upload/file HTTP/1.1").with("Host", "server.example"),
                        Message.of("HTTP/1.1 404 Not Found").with("Content-Length", "0"));
        assertThat(ClientRules.all())
                .allSatisfy(rule -> assertThat(played.by(rule)).isEmpty());
    }

    @Test
    void breaks_for_http_1_0() {
        UnaryOperator<Message> old = request -> request.startLine("BITS_POST /upload/file HTTP/1.0");
        assertThat(Said.broken("packet.http-version", closing(old))).containsExactly("Close-Session says HTTP/1.0.");
        assertThat(Said.observed(
                        "packet.http-version",
                        closing(old.andThen(request -> request.with("Connection", "close"))::apply)))
                .containsExactly("Close-Session says HTTP/1.0, which a proxy may have written.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no colon", "Bad Name: x", ": x", "X-Odd: a\u0001b"})
    void breaks_for_a_line_that_is_no_header_field(String line) {
        assertThat(Said.broken("packet.header.form", closing(request -> request.and(line))))
                .containsExactly("Close-Session has the header line \"" + line.replace("\u0001", "\\x01")
                        + "\", which HTTP does not allow.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Folded: a\r\n b", "X-Tab:\ta", "X-Empty:", "X-Latin: \u00e4"})
    void http_allows_folded_lines_tabs_and_empty_values(String line) {
        Said.held(
                "packet.header.form",
                session().nextRequest(request -> request.and(line)).create());
    }

    @Test
    void breaks_for_a_long_value() {
        assertThat(Said.broken("packet.header.length", closing(request -> request.with("X-Long", "x".repeat(4097)))))
                .containsExactly("Close-Session has X-Long with a value of 4097 bytes.");
        Said.held(
                "packet.header.length",
                session()
                        .nextRequest(request -> request.with("Authorization", "Negotiate " + "x".repeat(9000)))
                        .create());
    }

    @ParameterizedTest
    @CsvSource({
        "Ack, Close-Session, Ack has BITS-Packet-Type: Ack",
        "Goodbye, Close-Session, a packet of no known type has BITS-Packet-Type: Goodbye",
        "Close, Close-Session, a packet of no known type has BITS-Packet-Type: Close"
    })
    void breaks_for_a_type_that_no_client_sends(String type, String packet, String message) {
        assertThat(Said.broken("packet.type", closing(request -> request.with("BITS-Packet-Type", type))))
                .containsExactly(message + " where Create-Session, Ping, Fragment, Close-Session or Cancel-Session is"
                        + " expected.");
    }

    @Test
    void breaks_without_a_type() {
        assertThat(Said.broken("packet.type", closing(request -> request.without("BITS-Packet-Type"))))
                .containsExactly("a packet of no known type has no BITS-Packet-Type.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSE-SESSION", "close-session", "Close-Session"})
    void types_may_be_in_any_case(String type) {
        Said.held("packet.type", closing(request -> request.with("BITS-Packet-Type", type)));
    }

    @Test
    void breaks_without_content_length() {
        assertThat(Said.broken("packet.content-length", closing(request -> request.without("Content-Length"))))
                .containsExactly("Close-Session has no Content-Length.");
        assertThat(Said.broken("packet.content-length", closing(request -> request.with("Content-Length", "none"))))
                .containsExactly("Close-Session has Content-Length: none where a number of bytes is expected.");
    }

    @Test
    void what_a_proxy_may_have_done_to_content_length_is_reported() {
        assertThat(Said.observed(
                        "packet.content-length",
                        closing(request -> request.without("Content-Length")
                                .with("Transfer-Encoding", "chunked")
                                .onlyBody("0\r\n\r\n"))))
                .containsExactly(
                        "Close-Session has a body in chunks and no Content-Length; a proxy may have written it so.");
        assertThat(Said.observed(
                        "packet.content-length",
                        closing(request -> request.without("Content-Length").with("Via", "1.1 proxy"))))
                .containsExactly("Close-Session has no Content-Length; a proxy may have removed it.");
    }

    @Test
    void breaks_for_a_body() {
        assertThat(Said.broken("packet.body.absent", closing(request -> request.body("data"))))
                .containsExactly("Close-Session has Content-Length: 4 where Content-Length: 0 is expected.");
        assertThat(Said.broken(
                        "packet.body.absent",
                        closing(request -> request.without("Content-Length").onlyBody("data"))))
                .containsExactly("Close-Session has a body of 4 bytes.");
        assertThat(Said.broken("packet.fragment", closing(request -> request.body("data"))))
                .containsExactly("Close-Session carries 4 bytes, which only a Fragment may.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my%file", "/a\u00e4", "/a\"b"})
    void breaks_for_a_target_that_is_no_uri(String target) {
        assertThat(Said.broken(
                        "packet.target", closing(request -> request.startLine("BITS_POST " + target + " HTTP/1.1"))))
                .singleElement()
                .asString()
                .endsWith(", with characters that no URI has (RFC 3986).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://server.example/upload/file", "/upload/my%20file?x=1", "/%C3%A4"})
    void a_target_may_be_absolute(String target) {
        Said.held(
                "packet.target",
                session()
                        .nextRequest(request -> request.startLine("BITS_POST " + target + " HTTP/1.1"))
                        .create());
    }

    @Test
    void a_target_without_a_base_is_reported() {
        assertThat(Said.observed(
                        "packet.target", closing(request -> request.startLine("BITS_POST upload/file HTTP/1.1"))))
                .containsExactly(
                        "Close-Session has the target upload/file, and no document says what it is relative to.");
    }

    @Test
    void another_url_than_that_of_the_session_is_reported() {
        assertThat(Said.observed(
                        "packet.target.remote-name",
                        closing(request -> request.startLine("BITS_POST /other HTTP/1.1"))))
                .containsExactly("Close-Session was sent to /other, and its session was created at /upload/file.");
    }

    @Test
    void a_packet_that_was_broken_off_within_its_header_is_not_judged() {
        CaseBuilder played = created()
                .packet(Message.of("GET / HTTP/1.1"), CaseBuilder.ack())
                .close();
        Said.held("packet.type", played);
    }

    private static CaseBuilder closing(UnaryOperator<Message> change) {
        return created().nextRequest(change).close();
    }
}
