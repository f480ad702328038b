package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;

class HiddenDropsTests {

    @Test
    void are_packets_that_a_front_end_answered_instead_of_an_ack() {
        CaseBuilder played = CaseBuilder.created()
                .fragment(0, 9, 20, ack -> ack.ofFrontEnd(502))
                .close(ack -> ack.ofFrontEnd(520))
                .cancel(ack -> ack.ofFrontEnd(502));

        assertThat(HiddenDrops.among(List.of(caseOf(played))))
                .contains("2 packets were answered 502 and 1 packet was answered 520 by a front end where an Ack was"
                        + " expected: the server may drop connections");
    }

    @Test
    void do_not_include_acks_other_answers_or_answers_to_odd_packets() {
        CaseBuilder played = CaseBuilder.created()
                .fragment(0, 9, 20, ack -> ack.status(502))
                .fragment(0, 9, 20, ack -> ack.ofFrontEnd(503))
                .fragment(0, 9, 20, ack -> ack.ofFrontEnd(504))
                .nextRequest(request -> request.startLine("BITS_POST /upload/file HTTP/1.0"))
                .ping(ack -> ack.ofFrontEnd(502))
                .purpose(Purpose.BEYOND)
                .fragment(0, 9, 20, ack -> ack.ofFrontEnd(502))
                .purpose(Purpose.CLEAN_UP)
                .cancel(ack -> ack.ofFrontEnd(502));

        assertThat(HiddenDrops.among(List.of(caseOf(played)))).isEmpty();
    }

    private static CaseResult caseOf(CaseBuilder played) {
        List<Exchange> exchanges = played.events().stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .toList();
        return new CaseResult(
                new SelectedCase(CaseBuilder.CASE, "scenario", "", Map.of(), List.of()),
                Verdict.PASS,
                "",
                List.of(),
                List.of(new Drive(Verdict.PASS, "", exchanges)),
                1);
    }
}
