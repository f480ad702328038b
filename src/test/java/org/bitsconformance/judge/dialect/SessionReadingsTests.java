package org.bitsconformance.judge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionReadingsTests {

    @Test
    void tellHowOverlapsAreAnswered() {
        String row = "overlap";

        assertThat(LastReading.of(row, half().fragment(5, 14, 20))).isEqualTo("Win32: taken");
        assertThat(LastReading.of(row, half().fragment(0, 9, 20))).isEqualTo("Win32: taken");
        assertThat(LastReading.of(row, half().fragment(5, 14, 20, SessionReadingsTests::outOfSync)))
                .isEqualTo("MC-BUP, Win32: 416");
        assertThat(LastReading.of(row, half().fragment(5, 14, 20, ack -> ack.status(400))))
                .isEqualTo(": 400");
        assertThat(LastReading.of(row, half().fragment(10, 19, 20).fragment(10, 19, 20)))
                .isEqualTo("MC-BUP, Win32: the last fragment is taken again");
    }

    @Test
    void sayNothingAboutFragmentsThatDoNotOverlap() {
        assertThat(LastReading.of("overlap", half().fragment(10, 19, 20))).isEmpty();
        assertThat(LastReading.of("overlap", half().fragment(15, 19, 20, SessionReadingsTests::outOfSync)))
                .isEmpty();
        assertThat(LastReading.of("overlap", half().fragment(5, 14, 30))).isEmpty();
        assertThat(LastReading.of("overlap", half().close().fragment(5, 14, 20)))
                .isEmpty();
        assertThat(LastReading.of("received-range-after-repeat", half().fragment(10, 19, 20)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, 'MC-BUP, Win32: the next byte expected'", "5, MC-BUP: the end of the repeat plus one", "7, ''"})
    void tellTheOffsetAfterARepeat(String offset, String reading) {
        CaseBuilder played = half().fragment(0, 4, 20, ack -> ack.with("BITS-Received-Content-Range", offset));

        assertThat(LastReading.of("received-range-after-repeat", played)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource({"400, Win32: 400", "500, MC-BUP: 500", "200, : 200", "404, : 404"})
    void tellHowPacketsOfEndedSessionsAreAnswered(int status, String reading) {
        String row = "packet-of-an-ended-session";

        assertThat(LastReading.of(row, half().cancel().fragment(10, 19, 20, ack -> ack.status(status))))
                .isEqualTo(reading);
        assertThat(LastReading.of(row, half().cancel().close(ack -> ack.status(status))))
                .isEqualTo(reading);
        assertThat(LastReading.of(row, complete().close().cancel(ack -> ack.status(status))))
                .isEqualTo(reading);
        assertThat(LastReading.of(row, half().close(ack -> ack.status(status)))).isEmpty();
        assertThat(LastReading.of(row, complete().close().ping(ack -> ack.status(status))))
                .isEmpty();
    }

    @Test
    void sayNothingAboutASessionThatMayStillBeOpen() {
        assertThat(LastReading.of(
                        "packet-of-an-ended-session", complete().cancel().close()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400, : 400", "500, : 500"})
    void tellHowPacketsWithoutASessionIdAreAnswered(int status, String reading) {
        String row = "missing-session-id";

        assertThat(LastReading.of(row, nameless(half()).fragment(10, 19, 20, ack -> ack.status(status))))
                .isEqualTo(reading);
        assertThat(LastReading.of(row, nameless(half()).close(ack -> ack.status(status))))
                .isEqualTo(reading);
        assertThat(LastReading.of(row, nameless(half()).cancel(ack -> ack.status(status))))
                .isEqualTo(reading);
        assertThat(LastReading.of(row, half().cancel(ack -> ack.status(status))))
                .isEmpty();
        assertThat(LastReading.of(row, half().ping(ack -> ack.status(status)))).isEmpty();
    }

    @Test
    void tellWhatIsThereAfterAnEarlyClose() {
        String row = "early-close";

        assertThat(LastReading.of(row, half().close().readBackDifferent(10, 10, 20)))
                .isEqualTo("MC-BUP: what had arrived is there");
        assertThat(LastReading.of(row, nothing(half().uploadSeen().close()))).isEqualTo("Win32: nothing is there");
        assertThat(LastReading.of(row, half().close(ack -> ack.status(400)))).isEqualTo(": 400");
    }

    @Test
    void sayNothingAboutACloseThatIsNotEarlyOrNotLookedAt() {
        assertThat(LastReading.of("early-close", half().close())).isEmpty();
        assertThat(LastReading.of("early-close", nothing(half().close()))).isEmpty();
        assertThat(LastReading.of("early-close", complete().close().readBackSame(20)))
                .isEmpty();
        assertThat(LastReading.of("early-close", CaseBuilder.created().close().readBackSame(0)))
                .isEmpty();
        assertThat(LastReading.of("early-close", half().cancel().readBackSame(20)))
                .isEmpty();
    }

    @Test
    void tellWhenAnUploadIsDelivered() {
        String row = "time-of-delivery";

        assertThat(LastReading.of(row, complete().readBackSame(20))).isEqualTo("Win32: there before Close-Session");
        assertThat(LastReading.of(row, nothing(complete().uploadSeen())))
                .isEqualTo("MC-BUP: not there before Close-Session");
        assertThat(LastReading.of(row, nothing(complete()))).isEmpty();
        assertThat(LastReading.of(row, complete().readBackDifferent(5, 5, 20))).isEmpty();
        assertThat(LastReading.of(row, complete())).isEmpty();
        assertThat(LastReading.of(row, half().readBackSame(20))).isEmpty();
        assertThat(LastReading.of(row, complete().close().readBackSame(20))).isEmpty();
    }

    @Test
    void readBacksBelongToThePacketBeforeThem() {
        CaseBuilder played = complete().close().readBackSame(20);
        ConflictReader reader = ConflictReaders.all().stream()
                .filter(one -> one.conflict().equals("time-of-delivery"))
                .findFirst()
                .orElseThrow();

        assertThat(played.history().steps())
                .noneMatch(step ->
                        reader.read(step, played.history(), played.context()).isPresent());
    }

    @Test
    void tellWhatHappensToAnEmptyUpload() {
        String row = "zero-bytes";

        assertThat(LastReading.of(row, CaseBuilder.created().close())).isEqualTo(": Close-Session is answered 200");
        assertThat(LastReading.of(row, CaseBuilder.created().close(ack -> ack.status(400))))
                .isEqualTo(": Close-Session is answered 400");
        assertThat(LastReading.of(row, CaseBuilder.created().close().readBackSame(0)))
                .isEqualTo(": Close-Session is answered 200, and there is a file");
        assertThat(LastReading.of(
                        row, nothing(CaseBuilder.created().uploadSeen().close())))
                .isEqualTo(": Close-Session is answered 200, and there is no file");
        assertThat(LastReading.of(row, half().close())).isEmpty();
        assertThat(LastReading.of(row, CaseBuilder.created().cancel())).isEmpty();
    }

    private static CaseBuilder half() {
        return CaseBuilder.created().fragment(0, 9, 20);
    }

    private static CaseBuilder complete() {
        return half().fragment(10, 19, 20);
    }

    private static CaseBuilder nothing(CaseBuilder played) {
        return played.readBackNothing(Presence.ABSENT, OptionalInt.of(404), 20);
    }

    private static CaseBuilder nameless(CaseBuilder played) {
        return played.nextRequest(request -> request.without("BITS-Session-Id"));
    }

    private static Message outOfSync(Message ack) {
        return ack.status(416).with("BITS-Received-Content-Range", "10");
    }
}
