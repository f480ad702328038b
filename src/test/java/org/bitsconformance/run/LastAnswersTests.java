package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;

class LastAnswersTests {

    private final LastAnswers answers = new LastAnswers();

    @Test
    void two_dead_cases_in_a_row_name_the_last_that_was_answered() {
        assertThat(ended("a", Ending.DRIVEN, Exchange.Ending.ANSWERED)).isEmpty();
        assertThat(ended("b", Ending.TARGET_DEAD, Exchange.Ending.NOT_CONNECTED))
                .isEmpty();
        assertThat(ended("c", Ending.TARGET_DEAD, Exchange.Ending.NOT_CONNECTED))
                .contains("the target stopped answering after a: neither b nor c got an answer");
    }

    @Test
    void a_case_in_which_the_answers_ended_is_named_as_such() {
        assertThat(ended("a", Ending.DRIVEN, Exchange.Ending.ANSWERED)).isEmpty();
        assertThat(ended("b", Ending.TARGET_DEAD, Exchange.Ending.ANSWERED)).isEmpty();
        assertThat(ended("c", Ending.TARGET_DEAD, Exchange.Ending.TIMED_OUT))
                .contains("the target stopped answering in b: neither b nor c could be driven to its end");
    }

    @Test
    void a_target_that_answered_no_case_stopped_before_the_first() {
        assertThat(ended("a", Ending.TARGET_DEAD, Exchange.Ending.RESET)).isEmpty();
        assertThat(ended("b", Ending.TARGET_DEAD, Exchange.Ending.RESET))
                .contains("the target stopped answering before the first case: neither a nor b got an answer");
    }

    @Test
    void a_target_that_comes_back_in_between_has_not_stopped() {
        assertThat(ended("a", Ending.TARGET_DEAD, Exchange.Ending.RESET)).isEmpty();
        assertThat(ended("b", Ending.DRIVEN, Exchange.Ending.ANSWERED)).isEmpty();
        assertThat(ended("c", Ending.TARGET_DEAD, Exchange.Ending.RESET)).isEmpty();
    }

    private Optional<String> ended(String caseId, Ending ending, Exchange.Ending exchange) {
        return answers.ended(
                new CaseEnd(caseId, ending, ""),
                List.of(new Exchange(
                        "x1",
                        caseId,
                        Purpose.CASE,
                        0,
                        1,
                        "c1",
                        1,
                        WireBytes.NONE,
                        WireBytes.NONE,
                        WireBytes.NONE,
                        exchange,
                        new Exchange.Timing(0, 0, OptionalLong.empty(), 0),
                        SendContext.USUAL)));
    }
}
