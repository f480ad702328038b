package org.bitsconformance.judge.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Judgement.Broken;
import org.junit.jupiter.api.Test;

/** A rule that finds something wrong with an answer names the part that decided. */
class DecidingFieldsTests {

    @Test
    void for_a_wrong_status_the_status_line_decides() {
        assertThat(fields(CaseBuilder.session().ping(ack -> ack.status(404))))
                .containsEntry("ping.status", Judgement.STATUS);
    }

    @Test
    void a_missing_or_wrong_field_decides() {
        assertThat(fields(CaseBuilder.session().ping(ack -> ack.without("BITS-Packet-Type"))))
                .containsEntry("answer.packet-type", "BITS-Packet-Type");
        assertThat(fields(CaseBuilder.session().ping(ack -> ack.with("BITS-Packet-Type", "Nack"))))
                .containsEntry("answer.packet-type", "BITS-Packet-Type");
    }

    @Test
    void for_a_length_that_differs_from_the_body_its_field_decides() {
        assertThat(fields(CaseBuilder.session().ping(ack -> ack.with("Content-Length", "7"))))
                .containsEntry("answer.content-length.exact", "Content-Length");
    }

    private static Map<String, String> fields(CaseBuilder played) {
        return played.judge().stream()
                .filter(judged -> judged.judgement() instanceof Broken)
                .collect(Collectors.toMap(
                        Judged::requirement, judged -> ((Broken) judged.judgement()).field(), (a, b) -> a));
    }
}
