package org.bitsconformance.judge.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packet that is answered 401 or 407 was not carried out, and such an answer need not be an Ack. */
class ChallengedTests {

    @ParameterizedTest
    @ValueSource(strings = {"401 Unauthorized", "407 Proxy Authentication Required"})
    void a_whole_upload_with_a_challenge_for_every_packet_is_right(String status) {
        Message challenge = Message.of("HTTP/1.1 " + status)
                .with("WWW-Authenticate", "NTLM")
                .with("Content-Length", "0");
        CaseBuilder played = CaseBuilder.session()
                .create(ack -> challenge)
                .in(1)
                .nextAttempt()
                .create()
                .fragment(0, 49, 100, ack -> challenge)
                .nextAttempt()
                .fragment(0, 49, 100)
                .fragment(50, 99, 100, ack -> challenge)
                .nextAttempt()
                .fragment(50, 99, 100)
                .close(ack -> challenge)
                .nextAttempt()
                .close();

        assertThat(played.judge())
                .extracting(Judged::judgement)
                .noneMatch(Judgement.Broken.class::isInstance)
                .noneMatch(Judgement.NotJudged.class::isInstance);
        assertThat(played.history().steps().get(4).before().offset()).hasValue(50L);
        assertThat(played.last().after().closed()).isTrue();
        assertThat(played.history().steps()).extracting(Step::challenged).containsSubsequence(true, false, true, false);
    }

    @Test
    void a_whole_url_is_not_unusual_to_a_proxy() {
        CaseBuilder direct = CaseBuilder.session()
                .nextRequest(request -> request.startLine("BITS_POST http://server.example/upload/file HTTP/1.1"))
                .ping();
        CaseBuilder proxied = CaseBuilder.session()
                .byProxy()
                .nextRequest(request -> request.startLine("BITS_POST http://server.example/upload/file HTTP/1.1"))
                .ping();

        assertThat(direct.last().ack()).isEmpty();
        assertThat(proxied.last().ack()).isPresent();
    }
}
