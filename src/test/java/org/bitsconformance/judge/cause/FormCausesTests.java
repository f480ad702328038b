package org.bitsconformance.judge.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class FormCausesTests {

    @Test
    void a_field_is_misspelt() {
        CaseBuilder misspelt = CaseBuilder.created()
                .fragment(
                        0,
                        9,
                        20,
                        ack -> ack.without("BITS-Received-Content-Range").with("Bits-Recieved-Content-Range", "10"));
        assertThat(CausesFound.of(misspelt)).singleElement().satisfies(cause -> {
            assertThat(cause.id()).isEqualTo("header-misspelt");
            assertThat(cause.explains()).containsExactly("fragment.received-range");
            assertThat(cause.exchanges()).containsExactly("x2");
        });
    }

    @Test
    void a_field_with_a_quite_different_name_is_not_misspelt() {
        assertThat(CausesFound.ids(CaseBuilder.created()
                        .fragment(
                                0,
                                9,
                                20,
                                ack -> ack.without("BITS-Received-Content-Range")
                                        .with("BITS-Offset", "10"))))
                .isEmpty();
    }

    @Test
    void answers_have_no_length_on_a_connection_that_stays_open() {
        CaseBuilder endless = CaseBuilder.session();
        for (int times = 0; times < 2; times++) {
            endless.nextAnswered("HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\n\r\n", Ending.TIMED_OUT)
                    .ping();
        }
        assertThat(CausesFound.ids(endless)).containsExactly("answer-without-length");
    }

    @Test
    void an_answer_that_ends_with_its_connection_has_no_such_cause() {
        CaseBuilder ended = CaseBuilder.session();
        for (int times = 0; times < 2; times++) {
            ended.nextAnswered("HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\n\r\n", Ending.CLOSED)
                    .ping()
                    .newConnection();
        }
        assertThat(CausesFound.ids(ended)).isEmpty();
    }

    /** Creates with and without spaces around the type, twice. */
    private static CaseBuilder padded(UnaryOperator<Message> without) {
        CaseBuilder played = CaseBuilder.session();
        for (int times = 0; times < 2; times++) {
            played.nextRequest(request -> request.with("BITS-Packet-Type", "  Create-Session  "))
                    .create(FormCausesTests::invalid)
                    .create(without);
        }
        return played;
    }

    @Test
    void values_are_not_trimmed() {
        assertThat(CausesFound.ids(padded(ack -> ack))).containsExactly("values-not-trimmed");
        assertThat(CausesFound.ids(padded(FormCausesTests::invalid))).isEmpty();
    }

    @Test
    void one_case_of_packet_types_is_refused() {
        CaseBuilder upperOnly = CaseBuilder.session()
                .ping(FormCausesTests::invalid)
                .create(FormCausesTests::invalid)
                .nextRequest(request -> request.with("BITS-Packet-Type", "PING"))
                .ping();
        assertThat(CausesFound.ids(upperOnly)).containsExactly("packet-type-case");
        assertThat(CausesFound.ids(CaseBuilder.session()
                        .ping(FormCausesTests::invalid)
                        .ping(FormCausesTests::invalid)
                        .ping()))
                .isEmpty();
    }

    private static Message invalid(Message ack) {
        return ack.error(400, "0x80070057");
    }
}
