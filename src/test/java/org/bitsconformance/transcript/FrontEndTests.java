package org.bitsconformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontEndTests {

    @ParameterizedTest
    @ValueSource(ints = {407, 408, 413, 421, 429, 431, 502, 503, 504, 520, 525, 530})
    void made_an_answer_with_its_own_status_and_no_bits_field(int status) {
        assertThat(FrontEnd.answered(answer(status, "Server: proxy"))).isTrue();
        assertThat(FrontEnd.answered(answer(status, "BITS-Packet-Type: Ack"))).isFalse();
        assertThat(FrontEnd.answered(answer(status, "bits-error: 0x80004005"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 405, 416, 500, 501, 505, 519, 531})
    void made_no_other_answer(int status) {
        assertThat(FrontEnd.answered(answer(status))).isFalse();
    }

    @Test
    void asks_for_credentials_if_the_target_is_declared_to_or_a_proxy_does() {
        Declared guarded = new Declared(
                false,
                new Declared.Capabilities(Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()),
                Optional.empty(),
                new DeclaredAccess(Optional.of("basic"), false, false),
                DeclaredLimits.NONE);

        assertThat(FrontEnd.answered(answer(401), guarded)).isTrue();
        assertThat(FrontEnd.answered(answer(401), Declared.NOTHING)).isFalse();
        assertThat(FrontEnd.answered(answer(407), Declared.NOTHING)).isTrue();
        assertThat(FrontEnd.answered(answer(400), guarded)).isFalse();
        assertThat(FrontEnd.asksForCredentials(answer(401))).isTrue();
        assertThat(FrontEnd.asksForCredentials(answer(403))).isFalse();
    }

    @Test
    void denies_a_user_without_an_ack() {
        assertThat(FrontEnd.deniesUser(answer(403))).isTrue();
        assertThat(FrontEnd.deniesUser(answer(401))).isTrue();
        assertThat(FrontEnd.deniesUser(answer(403, "BITS-Packet-Type: Ack"))).isFalse();
        assertThat(FrontEnd.deniesUser(answer(404))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "407, true, false, false, false",
        "408, true, false, false, true",
        "413, false, false, false, false",
        "421, true, false, false, false",
        "429, true, false, false, false",
        "431, false, false, false, false",
        "502, true, true, true, true",
        "503, true, false, false, true",
        "504, true, true, false, true",
        "520, true, true, true, true",
        "522, true, true, false, true"
    })
    void keeps_a_case_from_going_on_for_good_or_for_a_while(
            int status, boolean keeps, boolean noAnswer, boolean drop, boolean passes) {
        assertThat(FrontEnd.keepsFromServer(answer(status))).isEqualTo(keeps);
        assertThat(FrontEnd.gotNoAnswer(answer(status))).isEqualTo(noAnswer);
        assertThat(FrontEnd.mayHideDrop(answer(status))).isEqualTo(drop);
        assertThat(FrontEnd.mayPass(answer(status))).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 502, 503, 504, 520})
    void does_none_of_this_if_the_server_itself_answers(int status) {
        Answer ack = answer(status, "BITS-Packet-Type: Ack");

        assertThat(FrontEnd.keepsFromServer(ack)).isFalse();
        assertThat(FrontEnd.gotNoAnswer(ack)).isFalse();
        assertThat(FrontEnd.mayHideDrop(ack)).isFalse();
        assertThat(FrontEnd.mayPass(ack)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "407, 'give the proxy its credentials, or use a way without it'",
        "408, it waited too little for the request: raise its time limit",
        "413, raise its limit for the size of a request",
        "421, it does not serve this host: check the host of the URL",
        "429, 'slow down: parallel: 1 in the target file, a budget in the plan'",
        "431, raise its limit for the size of a header",
        "502, 'the proxy answers, the server behind it does not'",
        "503, 'slow down: parallel: 1 in the target file, a budget in the plan'",
        "504, 'the proxy answers, the server behind it does not'",
        "521, 'the proxy answers, the server behind it does not'"
    })
    void says_what_to_do(int status, String advice) {
        assertThat(FrontEnd.says(answer(status), "Fragment"))
                .isEqualTo("the front end answered " + status + " to Fragment; " + advice);
    }

    private static Answer answer(int status, String... fields) {
        String head = "HTTP/1.1 " + status + " Some\r\nContent-Length: 0\r\n";
        String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return WireBytes.of(head + more + "\r\n").answer("GET", true).orElseThrow();
    }
}
