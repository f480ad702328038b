package org.bitsconformance.judge.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCausesTests {

    /** Create-Session without a list, twice; a correct Ping; Fragments without a range, twice. */
    private static CaseBuilder flawed(UnaryOperator<Message> noList, UnaryOperator<Message> noRange) {
        return CaseBuilder.session()
                .ping()
                .nextRequest(request -> request.without("BITS-Supported-Protocols"))
                .create(noList)
                .nextRequest(request -> request.without("BITS-Supported-Protocols"))
                .create(noList)
                .create()
                .nextRequest(request -> request.without("Content-Range"))
                .fragment(0, 9, 20, noRange)
                .nextRequest(request -> request.without("Content-Range"))
                .fragment(0, 9, 20, noRange);
    }

    @Test
    void an_exception_gives_no_ack() {
        assertThat(CausesFound.of(flawed(ErrorCausesTests::bare, ErrorCausesTests::invalid)))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.id()).isEqualTo("exception-without-ack");
                    assertThat(cause.explains())
                            .contains("answer.packet-type", "error.code", "create-session.protocols.missing");
                    assertThat(cause.exchanges()).containsExactly("x2", "x3");
                });
    }

    @Test
    void an_exception_ends_the_connection() {
        CaseBuilder dropped = CaseBuilder.session();
        for (int times = 0; times < 2; times++) {
            dropped.newConnection()
                    .nextRequest(request -> request.without("BITS-Packet-Type"))
                    .nextUnanswered(Ending.CLOSED)
                    .ping()
                    .probe(true)
                    .ping();
        }
        assertThat(CausesFound.of(dropped)).singleElement().satisfies(cause -> {
            assertThat(cause.id()).isEqualTo("exception-without-ack");
            assertThat(cause.explains()).containsExactly("answer.sent");
        });
    }

    @Test
    void a_packet_type_that_always_ends_the_connection_is_not_an_exception() {
        CaseBuilder dropped = CaseBuilder.session();
        for (int times = 0; times < 2; times++) {
            dropped.create()
                    .fragment(0, 9, 10)
                    .nextRequest(request -> request.without("BITS-Session-Id"))
                    .nextUnanswered(Ending.RESET)
                    .close()
                    .probe(true)
                    .newConnection();
        }
        assertThat(CausesFound.ids(dropped)).isEmpty();
    }

    @Test
    void if_successes_are_not_acks_either_it_is_not_an_exception() {
        CaseBuilder never = flawed(ErrorCausesTests::bare, ErrorCausesTests::invalid);
        for (int times = 0; times < 20; times++) {
            never.ping(ack -> ack.without("BITS-Packet-Type"));
        }
        assertThat(CausesFound.ids(never)).isEmpty();
    }

    @Test
    void all_errors_are_pages() {
        assertThat(CausesFound.ids(flawed(ErrorCausesTests::page, ErrorCausesTests::page)))
                .containsExactly("errors-are-html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "6"})
    void a_page_is_not_the_cause_of_its_wrong_length(String length) {
        UnaryOperator<Message> half = ack -> invalid(ack)
                .with("Content-Type", "text/html")
                .with("Content-Length", length)
                .onlyBody("<html><body>Bad");
        assertThat(CausesFound.ids(flawed(half, half))).isEmpty();
    }

    @Test
    void refusals_have_the_status_of_success() {
        UnaryOperator<Message> text = ack -> Message.of("HTTP/1.1 200 OK").body("Header Error");
        assertThat(CausesFound.ids(flawed(text, ErrorCausesTests::invalid)))
                .containsExactly("error-with-success-status");
    }

    @Test
    void no_error_has_a_code() {
        UnaryOperator<Message> plain = ack -> ack.status(400);
        assertThat(CausesFound.of(flawed(plain, plain))).singleElement().satisfies(cause -> {
            assertThat(cause.id()).isEqualTo("error-code-never-sent");
            assertThat(cause.explains()).containsExactly("error.code", "error.context");
        });
    }

    @Test
    void some_errors_lack_their_fields() {
        assertThat(CausesFound.ids(flawed(ack -> ack.status(400), ErrorCausesTests::invalid)))
                .containsExactly("error-fields-missing");
    }

    @Test
    void codes_say_nothing() {
        UnaryOperator<Message> zero = ack -> ack.error(400, "0");
        assertThat(CausesFound.ids(flawed(zero, zero))).containsExactly("error-code-says-nothing");
        assertThat(CausesFound.ids(flawed(zero, ErrorCausesTests::invalid))).isEmpty();
    }

    @Test
    void error_fields_on_acks_of_success() {
        UnaryOperator<Message> marked = ack -> ack.with("BITS-Error", "0x1").with("BITS-Error-Context", "0x5");
        assertThat(CausesFound.ids(CaseBuilder.session().ping(marked).ping(marked)))
                .containsExactly("error-fields-on-success");
        UnaryOperator<Message> coded = ack -> ack.with("BITS-Error", "0x1");
        assertThat(CausesFound.ids(CaseBuilder.session().ping(coded).ping(coded)))
                .isEmpty();
    }

    @Test
    void every_error_has_the_same_status() {
        UnaryOperator<Message> failed = ack -> ack.error(500, "0x80070057");
        CaseBuilder all = flawed(failed, failed)
                .nextRequest(request -> request.with("BITS-Packet-Type", "Upload"))
                .ping(failed);
        assertThat(CausesFound.of(all)).singleElement().satisfies(cause -> {
            assertThat(cause.id()).isEqualTo("one-status-for-errors");
            assertThat(cause.explains()).contains("create-session.protocols.missing", "fragment.content-range.invalid");
        });
        assertThat(CausesFound.ids(flawed(failed, failed))).isEmpty();
    }

    private static Message invalid(Message ack) {
        return ack.error(400, "0x80070057");
    }

    private static Message bare(Message ack) {
        return Message.of("HTTP/1.1 500 Internal Server Error").with("Content-Length", "0");
    }

    private static Message page(Message ack) {
        return Message.of("HTTP/1.1 400 Bad Request")
                .with("Content-Type", "text/html")
                .body("<html><body>Bad Request</body></html>");
    }
}
