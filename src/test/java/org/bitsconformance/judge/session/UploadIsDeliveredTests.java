package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UploadIsDeliveredTests {

    private static final UploadIsDelivered RULE = new UploadIsDelivered();

    private static final Judgement NOT_JUDGED = Judgement.skipped("delivery not judged: uploads cannot be read back");

    @Test
    void holdsForTheSameBytes() {
        assertThat(uploaded().readBackSame(10).by(RULE)).containsExactly(Judgement.held());
    }

    @Test
    void breaksForOtherBytes() {
        assertThat(uploaded().readBackDifferent(9, 9, 10).by(RULE))
                .containsExactly(Judgement.broken(
                        "10 bytes, those that were sent",
                        "9 bytes, first difference at 9",
                        "After Close-Session http://server.example/upload/file has other bytes than were sent:"
                                + " 9 bytes, first difference at 9, of 10 sent."));
    }

    @Test
    void isSkippedIfAnotherUploadToTheUrlFinishedMeanwhile() {
        assertThat(CaseBuilder.created()
                        .in(2)
                        .create()
                        .fragment(0, 9, 10)
                        .in(1)
                        .fragment(0, 9, 10)
                        .in(2)
                        .close()
                        .uploadSeen()
                        .readBackDifferent(10, 0, 10)
                        .by(RULE))
                .contains(Judgement.skipped(
                        "another upload to the same URL finished meanwhile, and what is there may be that"));
    }

    @Test
    void breaksForOtherBytesThoughAnUploadToTheUrlFinishedBefore() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .close()
                        .in(2)
                        .create()
                        .fragment(0, 9, 10)
                        .close()
                        .uploadSeen()
                        .readBackDifferent(10, 0, 10)
                        .by(RULE))
                .last()
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isJudgedAfterACloseThatWasSentAgain() {
        CaseBuilder again = CaseBuilder.created()
                .fragment(0, 9, 10)
                .nextUnanswered(Ending.CLOSED)
                .close()
                .close();

        assertThat(again.readBackSame(10).by(RULE)).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({"404, status 404", "-1, no file"})
    void breaksIfNothingIsThere(int status, String shown) {
        OptionalInt answered = status < 0 ? OptionalInt.empty() : OptionalInt.of(status);

        assertThat(uploaded().readBackNothing(Presence.ABSENT, answered, 10).by(RULE))
                .containsExactly(Judgement.broken(
                        "10 bytes, those that were sent",
                        "nothing (" + shown + ")",
                        "After Close-Session there is nothing at http://server.example/upload/file (" + shown + ")."));
    }

    @Test
    void holdsIfTheServerGivesTheDigestOfWhatWasSent() {
        assertThat(uploaded().readBackTold(10, "aa", 10, "aa").by(RULE)).containsExactly(Judgement.held());
    }

    @Test
    void breaksIfTheServerGivesAnotherDigest() {
        assertThat(uploaded().readBackTold(10, "bb", 10, "aa").by(RULE))
                .containsExactly(Judgement.broken(
                        "10 bytes with SHA-256 aa",
                        "10 bytes with SHA-256 bb, as the server says",
                        "After Close-Session http://server.example/upload/file has other bytes than were sent:"
                                + " 10 bytes with SHA-256 bb, as the server says, of 10 sent."));
        assertThat(uploaded().readBackTold(9, "aa", 10, "aa").by(RULE))
                .singleElement()
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isNotJudgedIfTheDestinationCannotBeRead() {
        assertThat(uploaded()
                        .readBackNothing(Presence.UNREADABLE, OptionalInt.of(403), 10)
                        .by(RULE))
                .containsExactly(Judgement.notJudged("the destination could not be read: status 403"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ABSENT", "UNREADABLE"})
    void isSkippedUnlessUploadsAreDeclaredToBeReadable(Presence presence) {
        CaseBuilder played = uploaded().readback("auto").readBackNothing(presence, OptionalInt.of(404), 10);

        assertThat(played.by(RULE)).containsExactly(NOT_JUDGED);
        assertThat(played.uploadSeen().by(RULE)).doesNotContain(NOT_JUDGED);
    }

    @Test
    void isSkippedIfEveryNameHasAPageAndNoUploadCameBack() {
        CaseBuilder played = uploaded()
                .readback("auto")
                .anyName("GET of X is answered 200 too")
                .readBackDifferent(5, 0, 10);

        assertThat(played.by(RULE))
                .containsExactly(
                        Judgement.skipped("delivery not judged: GET of X is answered 200 too, and no upload came"
                                + " back as it was sent"));
    }

    @Test
    void breaksIfEveryNameHasAPageButUploadsComeBack() {
        CaseBuilder played = uploaded()
                .readback("auto")
                .anyName("GET of X is answered 200 too")
                .readBackDifferent(5, 0, 10);

        assertThat(played.uploadSeen().by(RULE))
                .containsExactly(Judgement.broken(
                        "10 bytes, those that were sent",
                        "5 bytes, first difference at 0",
                        "After Close-Session http://server.example/upload/file has other bytes than were sent:"
                                + " 5 bytes, first difference at 0, of 10 sent. Look at the server's GET first:"
                                + " GET of X is answered 200 too."));
    }

    @Test
    void breaksIfReadBackIsDeclaredAndEveryNameHasAPage() {
        assertThat(uploaded()
                        .anyName("GET of X is answered 200 too")
                        .readBackDifferent(5, 0, 10)
                        .by(RULE))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.type(Judgement.Broken.class))
                .extracting(Judgement.Broken::message)
                .asString()
                .endsWith(" Look at the server's GET first: GET of X is answered 200 too.");
    }

    @Test
    void breaksForACorruptUploadEvenIfNoneHasComeBackYet() {
        assertThat(uploaded().readback("auto").readBackDifferent(10, 3, 10).by(RULE))
                .singleElement()
                .isInstanceOf(Judgement.Broken.class);
        assertThat(CaseBuilder.created()
                        .fragment(0, 39, 40)
                        .close()
                        .readback("auto")
                        .anyName("GET of X is answered 200 too")
                        .readBackDifferent(40, 20, 40)
                        .by(RULE))
                .singleElement()
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isSkippedIfNobodyLooked() {
        assertThat(uploaded().by(RULE)).containsExactly(NOT_JUDGED);
    }

    @Test
    void isNotAboutUnfinishedRefusedOrUnansweredCloses() {
        assertThat(CaseBuilder.created().close().readBackSame(10).by(RULE)).isEmpty();
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .close(ack -> ack.error(500, "0x1"))
                        .readBackSame(10)
                        .by(RULE))
                .isEmpty();
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .nextUnanswered(Ending.TIMED_OUT)
                        .close()
                        .by(RULE))
                .isEmpty();
        assertThat(CaseBuilder.created().fragment(0, 9, 10).cancel().close().by(RULE))
                .isEmpty();
    }

    private static CaseBuilder uploaded() {
        return CaseBuilder.created().fragment(0, 9, 10).close();
    }

    @Test
    void isObservedIfAnUploadIsOutsideTheFolder() {
        assertThat(CaseBuilder.session().ping().readBackSame(10).by(RULE))
                .containsExactly(Judgement.observed("LOOK AT THIS: an upload lies outside of the upload folder, at"
                        + " http://server.example/upload/file. The documents do not rule it out, but whoever may"
                        + " upload can put files there."));
        assertThat(CaseBuilder.session().ping().readBackDifferent(9, 9, 10).by(RULE))
                .isEmpty();
    }
}
