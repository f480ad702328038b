package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.SampleFinding;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RetriesTests {

    private final Retries once = new Retries(1);

    @Test
    void a_case_that_fails_is_driven_again_as_often_as_was_asked() {
        assertThat(failed(once, 1)).isTrue();
        assertThat(failed(once, 2)).isFalse();
        assertThat(failed(new Retries(0), 1)).isFalse();
        assertThat(failed(new Retries(2), 2)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = "FAIL", mode = Mode.EXCLUDE)
    void a_case_that_does_not_fail_is_not_driven_again(Verdict verdict) {
        assertThat(once.again(1, end(Ending.DRIVEN), List.of(finding(verdict)), List.of()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void an_unfinished_case_is_driven_again_if_an_answer_was_missing(Ending ending) {
        assertThat(once.again(1, end(ending), List.of(), List.of())).isEqualTo(ending == Ending.PREREQUISITE_MISSING);
    }

    @Test
    void two_confirmed_silences_are_enough() {
        for (int confirmed = 0; confirmed < 2; confirmed++) {
            assertThat(silent(1)).isTrue();
            assertThat(silent(2)).isFalse();
        }
        assertThat(silent(1)).isFalse();
        assertThat(failed(once, 1)).as("what is no silence").isTrue();
    }

    @Test
    void what_several_cases_have_confirmed_is_not_tried_again() {
        for (int confirmed = 0; confirmed < 4; confirmed++) {
            assertThat(again("case" + confirmed, 1, "ping.status")).isTrue();
            assertThat(again("case" + confirmed, 2, "ping.status")).isFalse();
        }
        assertThat(again("later", 1, "ping.status")).isFalse();
        assertThat(again("other", 1, "ping.status", "ack.other")).isTrue();
    }

    @Test
    void what_some_case_has_shown_just_once_is_always_tried_again() {
        assertThat(again("unstable", 1, "ping.status")).isTrue();
        assertThat(again("unstable", 2)).isFalse();
        for (int confirmed = 0; confirmed < 9; confirmed++) {
            assertThat(again("case" + confirmed, 1, "ping.status")).isTrue();
            assertThat(again("case" + confirmed, 2, "ping.status")).isFalse();
        }
    }

    private boolean again(String caseId, int drive, String... broken) {
        return once.again(
                drive,
                new CaseEnd(caseId, Ending.DRIVEN, ""),
                Stream.of(broken)
                        .map(one -> SampleFinding.of(one, "Rule", Verdict.FAIL, caseId, "x1", "", "", ""))
                        .toList(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"502, true", "503, true", "504, true", "407, false", "421, false", "429, false"})
    void what_a_front_end_answers_is_tried_again_if_it_may_pass(int status, boolean again) {
        assertThat(once.again(
                        1,
                        end(Ending.PREREQUISITE_MISSING),
                        List.of(),
                        List.of(exchange(
                                Exchange.Ending.ANSWERED,
                                "HTTP/1.1 " + status + " Some\r\nContent-Length: 0\r\n\r\n"))))
                .isEqualTo(again);
        assertThat(once.again(
                        1,
                        end(Ending.PREREQUISITE_MISSING),
                        List.of(),
                        List.of(exchange(
                                Exchange.Ending.ANSWERED,
                                "HTTP/1.1 " + status + " Some\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\n\r\n"))))
                .as("an Ack")
                .isTrue();
    }

    private boolean silent(int drive) {
        return once.again(
                drive, end(Ending.PREREQUISITE_MISSING), List.of(), List.of(exchange(Exchange.Ending.TIMED_OUT)));
    }

    private static boolean failed(Retries retries, int drive) {
        return retries.again(
                drive,
                end(Ending.DRIVEN),
                List.of(finding(Verdict.PASS), finding(Verdict.FAIL)),
                List.of(exchange(Exchange.Ending.ANSWERED)));
    }

    private static CaseEnd end(Ending ending) {
        return new CaseEnd("case", ending, "");
    }

    private static Finding finding(Verdict verdict) {
        return SampleFinding.of("ping.status", "Rule", verdict, "case", "x1", "", "", "");
    }

    private static Exchange exchange(Exchange.Ending ending) {
        return exchange(ending, "");
    }

    private static Exchange exchange(Exchange.Ending ending, String answer) {
        return new Exchange(
                "x1",
                "case",
                Purpose.CASE,
                0,
                1,
                "c1",
                1,
                WireBytes.NONE,
                WireBytes.NONE,
                WireBytes.of(answer),
                ending,
                new Exchange.Timing(0, 0, OptionalLong.empty(), 0),
                SendContext.USUAL);
    }
}
