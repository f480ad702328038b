package org.bitsconformance.judge.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTests {

    @ParameterizedTest
    @EnumSource
    void findsNothingWrongWithARightUpload(Dialect dialect) {
        assertThat(upload().dialect(dialect).broken()).isEmpty();
    }

    @Test
    void saysTheSameAboutTheSameRecord() {
        assertThat(upload().judge()).isEqualTo(upload().judge());
    }

    @Test
    void namesRuleRequirementCaseAndExchange() {
        assertThat(CaseBuilder.created()
                        .close(ack -> ack.without("BITS-Packet-Type"))
                        .judge())
                .contains(new Judged(
                        "answer.packet-type",
                        "AnswerIsAnAck",
                        new Located(
                                "case-1",
                                "x2",
                                Judgement.broken(
                                                "BITS-Packet-Type: Ack",
                                                "no BITS-Packet-Type",
                                                "The 200 answer to Close-Session has no BITS-Packet-Type.")
                                        .decidedBy("BITS-Packet-Type"))));
    }

    @Test
    void leavesOutWhatNoRuleAppliesTo() {
        assertThat(upload().judge()).extracting(Judged::judgement).doesNotContain(Judgement.outOfScope());
    }

    @Test
    void judgesSetUpButNeitherProbesNorCleanUp() {
        assertThat(withWrongPing(Purpose.SET_UP).broken()).contains("answer.packet-type");
        assertThat(withWrongPing(Purpose.PROBE).broken()).isEmpty();
        assertThat(withWrongPing(Purpose.CLEAN_UP).broken()).isEmpty();
    }

    @Test
    void reportsARefusedFragmentOnceWithoutItsConsequences() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 30, ack -> ack.error(400, "0x80070057"))
                        .fragment(10, 19, 30, ack -> ack.error(400, "0x80070057"))
                        .fragment(20, 29, 30, ack -> ack.error(400, "0x80070057"))
                        .close(ack -> ack.error(400, "0x80070057"))
                        .broken())
                .containsExactly("fragment.status.next");
    }

    @Test
    void reportsAWrongOffsetOnceWithoutItsConsequences() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 20, ack -> ack.with("BITS-Received-Content-Range", "9"))
                        .fragment(9, 18, 20, ack -> ack.with("BITS-Received-Content-Range", "18"))
                        .close(ack -> ack.error(500, "0x1"))
                        .broken())
                .containsExactly("fragment.received-range.value");
    }

    @Test
    void reportsAnAcceptedGapOnce() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 30)
                        .fragment(20, 29, 30)
                        .close()
                        .broken())
                .containsExactly("fragment.status.gap");
    }

    @Test
    void reportsSilenceOnce() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .newConnection()
                        .nextUnanswered(Ending.TIMED_OUT)
                        .close()
                        .probe(true)
                        .broken())
                .containsExactly("answer.sent");
    }

    @Test
    void absenceCountsAfterAnUploadWasSeenInAnEarlierCase() {
        CaseBuilder cancelled = CaseBuilder.created()
                .readback("auto")
                .cancel()
                .readBackNothing(Presence.ABSENT, OptionalInt.of(404), 10);
        Judge judge = new Judge(cancelled.header(), Dialect.ANY);

        assertThat(of("delivery.cancelled", judge.judge(cancelled.history())))
                .singleElement()
                .isInstanceOf(Judgement.Skipped.class);
        judge.judge(upload().readBackSame(20).history());
        assertThat(of("delivery.cancelled", judge.judge(cancelled.history()))).containsExactly(Judgement.held());
    }

    @Test
    void judgesFailedLooksAgainAfterAnUploadWasSeen() {
        CaseBuilder cancelled = CaseBuilder.created()
                .readback("auto")
                .cancel()
                .readBackNothing(Presence.ABSENT, OptionalInt.of(404), 10);
        Judge judge = new Judge(cancelled.header(), Dialect.ANY);
        judge.judge(cancelled.history());
        assertThat(judge.revised()).isEmpty();

        judge.judge(upload().readBackSame(20).history());

        assertThat(judge.revised()).containsOnlyKeys(cancelled.history().start());
        assertThat(of(
                        "delivery.cancelled",
                        judge.revised().get(cancelled.history().start())))
                .containsExactly(Judgement.held());
    }

    @Test
    void judgesAPageThatLookedLikeAnUploadAgainAfterItCameForAnother() {
        CaseBuilder first = upload().readback("auto").readBackDifferent(102, 0, 20);
        Judge judge = new Judge(first.header(), Dialect.ANY);
        assertThat(of("delivery.complete", judge.judge(first.history())))
                .singleElement()
                .isInstanceOf(Judgement.Broken.class);

        judge.judge(CaseBuilder.created()
                .fragment(0, 9, 10)
                .close()
                .readBackDifferent(102, 0, 10)
                .history());

        assertThat(of("delivery.complete", judge.revised().get(first.history().start())))
                .singleElement()
                .isInstanceOf(Judgement.Skipped.class);
    }

    private static CaseBuilder upload() {
        return CaseBuilder.session()
                .ping()
                .create()
                .fragment(0, 9, 20)
                .fragment(10, 19, 20)
                .close();
    }

    private static CaseBuilder withWrongPing(Purpose purpose) {
        return CaseBuilder.session().purpose(purpose).ping(ack -> ack.without("BITS-Packet-Type"));
    }

    private static List<Judgement> of(String requirement, List<Judged> judged) {
        return judged.stream()
                .filter(one -> one.requirement().equals(requirement))
                .map(Judged::judgement)
                .toList();
    }
}
