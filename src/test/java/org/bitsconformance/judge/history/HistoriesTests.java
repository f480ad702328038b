package org.bitsconformance.judge.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.ReadBack;
import org.junit.jupiter.api.Test;

class HistoriesTests {

    private static final String IDLE_END =
            "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 4\r\n\r\nlate";

    @Test
    void needsAStartAndAnEnd() {
        CaseStart start = new CaseStart("case", "scenario", Map.of(), List.of(), 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histories.of(List.of(start), DeclaredLimits.NONE))
                .withMessage("no CaseEnd among the events");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Histories.of(List.of(new CaseEnd("case", CaseEnd.Ending.DRIVEN, "")), DeclaredLimits.NONE))
                .withMessage("no CaseStart among the events");
    }

    @Test
    void leavesOutWhatIsNotJudged() {
        CaseHistory history = CaseBuilder.created()
                .purpose(Purpose.PROBE)
                .ping()
                .purpose(Purpose.CLEAN_UP)
                .cancel()
                .history();

        assertThat(history.steps()).hasSize(1);
    }

    @Test
    void leavesOutWhatBelongsToOtherCases() {
        ReadBack other = new ReadBack(
                "case-2",
                1,
                new ReadBack.Look(
                        "there", ReadBack.Presence.ABSENT, OptionalInt.empty(), OptionalLong.empty(), Optional.empty()),
                new ReadBack.Sent(1, ""),
                OptionalLong.empty(),
                0,
                Optional.empty());

        assertThat(CaseBuilder.created().event(other).readBackSame(1).history().readBacks())
                .hasSize(1);
    }

    @Test
    void recognisesWhatASessionIdNames() {
        assertThat(CaseBuilder.created().close().last().reference()).isEqualTo(Reference.GIVEN);
        assertThat(CaseBuilder.created().ping().last().reference()).isEqualTo(Reference.NONE);
        assertThat(CaseBuilder.created()
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .close()
                        .last()
                        .reference())
                .isEqualTo(Reference.UNKNOWN);
        assertThat(CaseBuilder.created().nextSessionId("").close().last().reference())
                .isEqualTo(Reference.UNKNOWN);
    }

    @Test
    void recognisesAGivenSessionIdThatIsSpeltDifferentlyOrSentElsewhere() {
        assertThat(CaseBuilder.created()
                        .nextSessionId(CaseBuilder.id(1).toLowerCase(Locale.ROOT))
                        .close()
                        .last()
                        .reference())
                .isEqualTo(Reference.RESPELT);
        CaseBuilder elsewhere = CaseBuilder.created()
                .nextRequest(request -> request.startLine("BITS_POST /upload/other HTTP/1.1"))
                .close();
        assertThat(elsewhere.last().reference()).isEqualTo(Reference.ELSEWHERE);
        assertThat(elsewhere.close().last().reference()).isEqualTo(Reference.GIVEN);
    }

    @Test
    void countsUnaskedBytesAsPartOfTheAnswerBefore() {
        List<Step> steps = CaseBuilder.session()
                .ping(ack -> ack.onlyBody("12"))
                .nextUnasked("345")
                .ping()
                .history()
                .steps();
        List<Step> apart = CaseBuilder.session()
                .ping()
                .newConnection()
                .nextUnasked("345")
                .ping()
                .history()
                .steps();

        assertThat(steps).extracting(Step::excess).containsExactly(5, 0);
        assertThat(apart).extracting(Step::excess).containsExactly(3, 0);
    }

    @Test
    void countsUnaskedBytesAsPartOfTheAnswerBeforeInTheirLane() {
        List<Step> steps = CaseBuilder.session()
                .lane(1)
                .ping()
                .newConnection()
                .lane(2)
                .ping()
                .nextUnasked("345")
                .ping()
                .lane(1)
                .nextUnasked("67")
                .ping()
                .history()
                .steps();

        assertThat(steps).extracting(Step::excess).containsExactly(2, 3, 0, 0);
    }

    @Test
    void doesNotTreatTheEndOfAnIdleConnectionAsAnAnswer() {
        List<Step> unasked = CaseBuilder.session()
                .ping()
                .nextUnasked(IDLE_END)
                .ping()
                .history()
                .steps();
        Step meanwhile = CaseBuilder.created()
                .fragment(0, 9, 20)
                .nextAnswered(IDLE_END, Ending.ANSWERED)
                .fragment(10, 19, 20)
                .last();

        assertThat(unasked).extracting(Step::excess).containsExactly(0, 0);
        assertThat(meanwhile.exchange().judgesNothing()).isTrue();
        assertThat(meanwhile.ack()).isEmpty();
        assertThat(meanwhile.after().offset()).contains(10L);
    }

    @Test
    void treats408OnANewConnectionAsTheAnswerOfAFrontEnd() {
        Step step = CaseBuilder.created()
                .newConnection()
                .nextAnswered(IDLE_END, Ending.ANSWERED)
                .fragment(0, 9, 20)
                .last();

        assertThat(step.exchange().judgesNothing()).isFalse();
        assertThat(step.answer()).isPresent();
        assertThat(step.ack()).isEmpty();
    }

    @Test
    void knowsWhetherAPingWasAnsweredRightAfterSilence() {
        CaseBuilder silent =
                CaseBuilder.session().nextUnanswered(Ending.TIMED_OUT).ping();

        assertThat(silent.last().serverAlive()).isFalse();
        assertThat(silent.probe(true).last().serverAlive()).isTrue();
        assertThat(CaseBuilder.session()
                        .nextUnanswered(Ending.TIMED_OUT)
                        .ping()
                        .probe(false)
                        .last()
                        .serverAlive())
                .isFalse();
    }

    @Test
    void keepsSessionsApart() {
        Step step = CaseBuilder.created()
                .fragment(0, 9, 20)
                .create()
                .fragment(0, 4, 10)
                .in(1)
                .fragment(10, 19, 20)
                .last();

        assertThat(step.before().offset()).contains(10L);
        assertThat(step.after().complete()).isTrue();
    }
}
