package org.bitsconformance.judge.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.SessionStage;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.ContentRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be known about a session after a sequence of packets and answers. */
class PermittedStatesTests {

    @Nested
    class Creation {

        @Test
        void opensASessionThatWaitsForByte0() {
            PermittedStates states = after(CaseBuilder.created());

            assertThat(states.open()).isTrue();
            assertThat(states.incomplete()).isTrue();
            assertThat(states.complete()).isFalse();
            assertThat(states.offset()).contains(0L);
            assertThat(states.expects(new ContentRange(0, 9, 10))).isTrue();
            assertThat(states.expectsBefore(new ContentRange(1, 9, 10))).isTrue();
        }

        @Test
        void leavesNothingKnownIfItWasRefusedOrGaveNoId() {
            assertThat(after(CaseBuilder.session().create(ack -> ack.status(500)))
                            .isUnknown())
                    .isTrue();
            assertThat(after(CaseBuilder.session().create(ack -> ack.without("BITS-Session-Id")))
                            .isUnknown())
                    .isTrue();
            assertThat(after(CaseBuilder.session()
                                    .nextUnanswered(Ending.TIMED_OUT)
                                    .create())
                            .isUnknown())
                    .isTrue();
        }
    }

    @Nested
    class Fragments {

        @Test
        void moveTheOffsetUntilAllHasArrived() {
            assertThat(after(CaseBuilder.created().fragment(0, 9, 20)).offset()).contains(10L);
            assertThat(after(CaseBuilder.created().fragment(0, 9, 20)).incomplete())
                    .isTrue();
            assertThat(after(CaseBuilder.created().fragment(0, 9, 20).fragment(10, 19, 20))
                            .complete())
                    .isTrue();
        }

        @Test
        void withAGapLeaveTheOffsetIfTheyAreRefused() {
            assertThat(after(CaseBuilder.created().fragment(0, 9, 30).fragment(20, 29, 30, refused(10)))
                            .offset())
                    .contains(10L);
        }

        @Test
        void withAGapLeaveNothingKnownIfTheyAreAccepted() {
            assertThat(after(CaseBuilder.created().fragment(0, 9, 30).fragment(20, 29, 30))
                            .isUnknown())
                    .isTrue();
        }

        @Test
        void leaveRangesThatBeginBeforeTheOffsetBehind() {
            PermittedStates states = after(CaseBuilder.created().fragment(0, 9, 20));

            assertThat(states.expectsAfter(new ContentRange(9, 19, 20))).isTrue();
            assertThat(states.expectsAfter(new ContentRange(10, 19, 20))).isFalse();
            assertThat(states.expectsAfter(new ContentRange(0, 9, 30))).isFalse();
            assertThat(after(CaseBuilder.created().fragment(0, 9, 20).close()).expectsAfter(new ContentRange(0, 9, 20)))
                    .isFalse();
        }

        @Test
        void thatOverlapMayBeRefused() {
            assertThat(after(CaseBuilder.created().fragment(0, 9, 20).fragment(5, 14, 20, refused(10)))
                            .offset())
                    .contains(10L);
        }

        @Test
        void thatOverlapMayBringTheirNewBytes() {
            assertThat(after(CaseBuilder.created().fragment(0, 9, 20).fragment(5, 14, 20))
                            .offset())
                    .contains(15L);
        }

        @ParameterizedTest
        @CsvSource({"200, 20", "200, 10", "416, 20"})
        void thatRepeatWhatIsThereChangeNothing(int status, long named) {
            CaseBuilder played = CaseBuilder.created()
                    .fragment(0, 9, 20)
                    .fragment(10, 19, 20)
                    .fragment(0, 9, 20, ack -> named(ack.status(status), named));

            assertThat(after(played).complete()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(ints = {200, 416})
        void thatRepeatTheLastOneChangeNothing(int status) {
            CaseBuilder played = CaseBuilder.created().fragment(0, 9, 10).fragment(0, 9, 10, ack -> ack.status(status));

            assertThat(after(played).complete()).isTrue();
        }

        @Test
        void withAnotherTotalAreNeverExpected() {
            PermittedStates states = after(CaseBuilder.created().fragment(0, 9, 20));

            assertThat(states.expects(new ContentRange(10, 19, 20))).isTrue();
            assertThat(states.expects(new ContentRange(10, 19, 30))).isFalse();
            assertThat(states.expectsBefore(new ContentRange(15, 19, 20))).isTrue();
            assertThat(states.expectsBefore(new ContentRange(15, 19, 30))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 416})
        void thatAreInvalidChangeNothing(int status) {
            CaseBuilder played =
                    CaseBuilder.created().fragment(0, 9, 20).fragment(10, 19, 30, ack -> named(ack.status(status), 10));

            assertThat(after(played).offset()).contains(10L);
        }

        @Test
        void withoutASessionIdChangeNothingIfTheyAreRefused() {
            CaseBuilder played = CaseBuilder.created()
                    .nextRequest(request -> request.without("BITS-Session-Id"))
                    .fragment(0, 9, 20, ack -> ack.error(400, "0x80070057"));

            assertThat(after(played).offset()).contains(0L);
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 500, 404})
        void thatAreRefusedForNoReasonLeaveNothingKnownForEver(int status) {
            CaseBuilder played = CaseBuilder.created().fragment(0, 9, 20, ack -> ack.status(status));

            assertThat(after(played).isUnknown()).isTrue();
            assertThat(after(played.fragment(0, 9, 20)).isUnknown()).isTrue();
        }

        @Test
        void withAWrongOffsetInTheAckLeaveNothingKnown() {
            assertThat(after(CaseBuilder.created().fragment(0, 9, 20, ack -> named(ack, 9))))
                    .hasToString("unknown");
        }

        @Test
        void withoutAnOffsetInTheAckCountAsTaken() {
            assertThat(after(CaseBuilder.created()
                                    .fragment(0, 9, 20, ack -> ack.without("BITS-Received-Content-Range")))
                            .offset())
                    .contains(10L);
        }
    }

    @Nested
    class Silence {

        private final CaseBuilder played = CaseBuilder.created()
                .fragment(0, 9, 30)
                .nextUnanswered(Ending.CLOSED)
                .fragment(10, 19, 30);

        @Test
        void leavesAFragmentAppliedOrNot() {
            assertThat(after(played).offset()).isEmpty();
            assertThat(after(played).isUnknown()).isFalse();
            assertThat(after(played).expects(new ContentRange(10, 19, 30))).isFalse();
            assertThat(after(played).expectsBefore(new ContentRange(25, 29, 30)))
                    .isTrue();
        }

        @Test
        void isResolvedByARepeatThatIsAccepted() {
            assertThat(after(played.fragment(10, 19, 30)).offset()).contains(20L);
        }

        @Test
        void isResolvedByARepeatThatIsRefused() {
            assertThat(after(played.fragment(10, 19, 30, refused(20))).offset()).contains(20L);
        }

        @ParameterizedTest
        @ValueSource(longs = {10, 20})
        void isResolvedByAGapThatIsRefused(long named) {
            assertThat(after(played.fragment(25, 29, 30, refused(named))).offset())
                    .contains(named);
        }

        @Test
        void isNotResolvedByAPing() {
            assertThat(after(played.ping()).offset()).isEmpty();
        }

        @Test
        void isResolvedByTheNextFragmentIfTheUnansweredOneWasApplied() {
            assertThat(after(played.fragment(20, 29, 30)).complete()).isTrue();
        }

        @Test
        void endsInTheUnknownIfTheAnswerFitsNeither() {
            assertThat(after(played.fragment(10, 19, 30, refused(15))).isUnknown())
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(ints = {413, 503})
        void isWhatAnAnswerBelowTheProtocolIsLike(int status) {
            PermittedStates states = after(CaseBuilder.created().fragment(0, 9, 20, ack -> ack.ofFrontEnd(status)));

            assertThat(states.offset()).isEmpty();
            assertThat(states.open()).isTrue();
        }

        @Test
        void isNotWhatAFrontEndIsLikeThatAsksToComeAgain() {
            CaseBuilder played = CaseBuilder.created()
                    .fragment(0, 9, 20, ack -> ack.ofFrontEnd(503).with("Retry-After", "0"));

            assertThat(after(played).offset()).contains(0L);
            assertThat(after(played.fragment(0, 9, 20)).offset()).contains(10L);
            assertThat(after(CaseBuilder.created()
                                    .fragment(
                                            0, 9, 20, ack -> ack.ofFrontEnd(502).with("Retry-After", "0")))
                            .offset())
                    .isEmpty();
        }

        @Test
        void afterManyCutOffFragmentsIsCountedQuickly() {
            CaseBuilder cutOff = CaseBuilder.created();
            for (int i = 0; i < 3; i++) {
                cutOff.nextRequest(request -> request.onlyBody("x".repeat(30_000)))
                        .nextUnanswered(Ending.RESET)
                        .fragment(0, 99_999, 200_000);
            }

            PermittedStates states = Assertions.assertTimeout(Duration.ofSeconds(10), () -> after(cutOff));
            assertThat(states.isUnknown()).isFalse();
            assertThat(states.expectsBefore(new ContentRange(30_000, 99_999, 200_000)))
                    .isFalse();
            assertThat(states.open()).isTrue();
        }

        @Test
        void leavesACloseDoneOrNot() {
            CaseBuilder closing = CaseBuilder.created()
                    .fragment(0, 9, 10)
                    .nextUnanswered(Ending.TIMED_OUT)
                    .close();

            assertThat(after(closing).open()).isFalse();
            assertThat(after(closing).closed()).isFalse();
            assertThat(after(closing.close(ack -> ack.error(500, "0x8020001F"))).closed())
                    .isTrue();
        }
    }

    @Nested
    class AFragmentThatWasCutOff {

        private final CaseBuilder played = CaseBuilder.created()
                .fragment(0, 9, 30)
                .nextRequest(request -> request.onlyBody("1234"))
                .nextUnanswered(Ending.RESET)
                .fragment(10, 19, 30);

        @ParameterizedTest
        @ValueSource(longs = {10, 12, 14})
        void mayBeKeptInPart(long kept) {
            assertThat(after(played.fragment(20, 29, 30, refused(kept))).offset())
                    .contains(kept);
        }

        @Test
        void isNotKeptBeyondWhatWasSent() {
            assertThat(after(played.fragment(20, 29, 30, refused(15))).isUnknown())
                    .isTrue();
        }

        @Test
        void mayBeRefusedWhenItIsSentAgain() {
            assertThat(played.fragment(10, 19, 30, refused(13)).broken()).isEmpty();
        }
    }

    /** The server may have kept more different parts of it than a set can have. */
    @Nested
    class ALongFragmentThatWasCutOff {

        private final CaseBuilder played = CaseBuilder.created()
                .fragment(0, 9, 200_000)
                .nextRequest(request -> request.onlyBody("x".repeat(70_000)))
                .nextUnanswered(Ending.RESET)
                .fragment(10, 99_999, 200_000);

        @Test
        void leavesTheSessionOpenAndTheOffsetOpen() {
            PermittedStates states = after(played);

            assertThat(states.isUnknown()).isFalse();
            assertThat(states.open()).isTrue();
            assertThat(states.incomplete()).isTrue();
            assertThat(states.offset()).isEmpty();
            assertThat(states.stage()).isEqualTo(SessionStage.RECEIVING);
            assertThat(states.mayExpect(new ContentRange(10, 99_999, 200_000))).isTrue();
            assertThat(states.mayExpect(new ContentRange(50_000, 99_999, 200_000)))
                    .isTrue();
            assertThat(states.mayExpect(new ContentRange(70_011, 99_999, 200_000)))
                    .isFalse();
            assertThat(states.expectsBefore(new ContentRange(100_001, 100_002, 200_000)))
                    .isTrue();
            assertThat(states.expectsAfter(new ContentRange(0, 9, 200_000))).isTrue();
            assertThat(states.expectsAfter(new ContentRange(10, 19, 200_000))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(longs = {10, 11, 12, 35_000, 70_009, 70_010})
        void mayBeKeptInPart(long kept) {
            CaseBuilder gap = played.fragment(150_000, 150_009, 200_000, refused(kept));

            assertThat(after(gap).offset()).contains(kept);
            assertThat(gap.broken()).isEmpty();
            assertThat(after(gap.fragment(kept, 99_999, 200_000)).offset()).contains(100_000L);
        }

        @Test
        void isNotKeptBeyondWhatWasSent() {
            CaseBuilder gap = played.fragment(150_000, 150_009, 200_000, refused(70_011));

            assertThat(after(gap).isUnknown()).isTrue();
            assertThat(gap.broken()).contains("fragment.received-range.value");
        }

        @Test
        void isResolvedByARepeatThatIsAccepted() {
            CaseBuilder again = played.fragment(10, 99_999, 200_000);

            assertThat(after(again).offset()).contains(100_000L);
            assertThat(again.broken()).isEmpty();
        }

        @Test
        void isOneOfFewerPartsIfAShorterOneIsAccepted() {
            CaseBuilder shorter = played.fragment(10, 50_009, 200_000);

            assertThat(after(shorter).offset()).isEmpty();
            assertThat(after(shorter).mayExpect(new ContentRange(50_010, 60_000, 200_000)))
                    .isTrue();
            assertThat(after(shorter).mayExpect(new ContentRange(60_000, 70_000, 200_000)))
                    .isTrue();
            assertThat(after(shorter).mayExpect(new ContentRange(40_000, 60_000, 200_000)))
                    .isFalse();
            assertThat(shorter.broken()).isEmpty();
        }

        @Test
        void isNotResolvedByAPing() {
            assertThat(after(played.ping()).isUnknown()).isFalse();
            assertThat(after(played.ping()).offset()).isEmpty();
        }

        @Test
        void growsWithAnotherThatIsCutOff() {
            CaseBuilder twice = played.nextRequest(request -> request.onlyBody("x".repeat(80_000)))
                    .nextUnanswered(Ending.RESET)
                    .fragment(10, 99_999, 200_000);

            assertThat(after(twice.fragment(150_000, 150_009, 200_000, refused(80_010)))
                            .offset())
                    .contains(80_010L);
        }

        @Test
        void isForgottenWithItsSession() {
            PermittedStates cancelled = after(played.cancel());

            assertThat(cancelled.ended()).isTrue();
            assertThat(cancelled.cancelledEarly()).isTrue();
        }
    }

    @Nested
    class AFragmentThatTheSuiteBrokeOff {

        private CaseBuilder brokenOff(UnaryOperator<Message> request) {
            return CaseBuilder.created()
                    .fragment(0, 9, 30)
                    .nextRequest(request)
                    .nextUnanswered(Ending.CUT_OFF)
                    .fragment(10, 19, 30);
        }

        private static Message whole(Message request) {
            return request;
        }

        @ParameterizedTest
        @ValueSource(longs = {11, 15, 20})
        void mayBeKeptInPartThoughAllOfItWasSent(long kept) {
            CaseBuilder again = brokenOff(AFragmentThatTheSuiteBrokeOff::whole).fragment(10, 19, 30, refused(kept));

            assertThat(after(again).offset()).contains(kept);
            assertThat(again.broken()).isEmpty();
        }

        @Test
        void mayNotBeKeptAtAll() {
            CaseBuilder again = brokenOff(request -> request.onlyBody("1234")).fragment(10, 19, 30);

            assertThat(after(again).offset()).contains(20L);
            assertThat(again.broken()).isEmpty();
        }

        @Test
        void isNotKeptBeyondWhatWasSent() {
            assertThat(after(brokenOff(request -> request.onlyBody("1234")).fragment(10, 19, 30, refused(15)))
                            .isUnknown())
                    .isTrue();
        }

        @Test
        void changesNothingWithoutAWholeHeader() {
            String head = "BITS_POST /upload/file HTTP/1.1\r\nBITS-Packet-Type: Fragment\r\nBITS-Session-Id: "
                    + CaseBuilder.id(1) + "\r\nContent-Range: bytes 10-19/3";

            assertThat(after(brokenOff(request -> Message.of(head))).offset()).contains(10L);
        }

        @Test
        void mayBeKeptInPartWhateverTheServerSaid() {
            CaseBuilder answered = CaseBuilder.created()
                    .nextRequest(request -> request.onlyBody("1234"))
                    .nextAnswered("HTTP/1.1 400 Bad Request\r\n\r\n<html>", Ending.CUT_OFF)
                    .fragment(0, 9, 10);

            assertThat(answered.broken()).isEmpty();
            assertThat(after(answered.fragment(0, 9, 10, refused(3))).offset()).contains(3L);
        }

        @Test
        void leavesNothingKnownOfASessionThatWasToBeCreated() {
            assertThat(after(CaseBuilder.session()
                                    .nextUnanswered(Ending.CUT_OFF)
                                    .create())
                            .isUnknown())
                    .isTrue();
        }
    }

    @Nested
    class Ends {

        @Test
        void byCloseAlsoBeforeTheLastByte() {
            assertThat(after(CaseBuilder.created().fragment(0, 9, 10).close()).closed())
                    .isTrue();
            assertThat(after(CaseBuilder.created().fragment(0, 9, 20).close()).closed())
                    .isTrue();
            assertThat(after(CaseBuilder.created().close()).closed()).isTrue();
        }

        @Test
        void byCancelBeforeTheLastByte() {
            PermittedStates states =
                    after(CaseBuilder.created().fragment(0, 4, 10).cancel());

            assertThat(states.open()).isFalse();
            assertThat(states.closed()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(ints = {200, 500})
        void eitherWayByALateCancel(int status) {
            CaseBuilder played = CaseBuilder.created().fragment(0, 9, 10).cancel();

            assertThat(after(played).open()).isFalse();
            assertThat(after(played.close(ack -> ack.status(status))).isUnknown())
                    .isFalse();
        }

        @Test
        void notByALateCancelThatIsRefused() {
            assertThat(after(CaseBuilder.created().fragment(0, 9, 10).cancel(ack -> ack.status(400)))
                            .complete())
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 500})
        void forGoodWhateverComesAfterClose(int status) {
            CaseBuilder played = CaseBuilder.created().fragment(0, 9, 10).close();

            assertThat(after(played.fragment(0, 9, 10, ack -> ack.status(status)))
                            .closed())
                    .isTrue();
            assertThat(after(played.cancel(ack -> ack.status(status))).closed()).isTrue();
        }

        @Test
        void earlyOrLateByCancel() {
            assertThat(after(CaseBuilder.created().cancel()).cancelledEarly()).isTrue();
            assertThat(after(CaseBuilder.created().fragment(0, 9, 20).cancel()).cancelledEarly())
                    .isTrue();
            assertThat(after(CaseBuilder.created().fragment(0, 9, 10).cancel()).cancelledEarly())
                    .isFalse();
            assertThat(after(CaseBuilder.created().close()).cancelledEarly()).isFalse();
        }

        @Test
        void inTheUnknownIfAFragmentIsAcceptedAfterClose() {
            assertThat(after(CaseBuilder.created().fragment(0, 9, 10).close().fragment(0, 9, 10))
                            .isUnknown())
                    .isTrue();
        }
    }

    @Nested
    class WhatIsNotForTheSession {

        @ParameterizedTest
        @ValueSource(ints = {200, 404, 405, 500})
        void aPingChangesNothing(int status) {
            assertThat(after(CaseBuilder.created().fragment(0, 9, 20).ping(ack -> ack.status(status)))
                            .offset())
                    .contains(10L);
        }

        @Test
        void aPacketWithAnIdThatNobodyGaveChangesNothing() {
            assertThat(after(CaseBuilder.created()
                                    .fragment(0, 9, 20)
                                    .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                                    .close(ack -> ack.error(500, "0x8020001F")))
                            .offset())
                    .contains(10L);
        }

        @Test
        void anUnknownTypeOfPacketThatIsRefusedChangesNothing() {
            assertThat(after(CaseBuilder.created()
                                    .fragment(0, 9, 20)
                                    .nextRequest(request -> request.with("BITS-Packet-Type", "Nonsense"))
                                    .close(ack -> ack.error(400, "0x80070057")))
                            .offset())
                    .contains(10L);
        }
    }

    private static PermittedStates after(CaseBuilder played) {
        return played.last().after();
    }

    private static UnaryOperator<Message> refused(long named) {
        return ack -> named(ack.status(416), named);
    }

    private static Message named(Message ack, long offset) {
        return ack.with("BITS-Received-Content-Range", String.valueOf(offset));
    }
}
