package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.junit.jupiter.api.Test;

class CancelledUploadIsNotDeliveredTests {

    private static final CancelledUploadIsNotDelivered RULE = new CancelledUploadIsNotDelivered();

    private static final OptionalInt NOT_FOUND = OptionalInt.of(404);

    @Test
    void holdsIfNothingIsThereAndOtherUploadsAreSeen() {
        assertThat(cancelled()
                        .uploadSeen()
                        .readBackNothing(Presence.ABSENT, NOT_FOUND, 10)
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksIfSomethingIsThere() {
        assertThat(cancelled().readBackDifferent(5, 5, 10).by(RULE))
                .containsExactly(Judgement.broken(
                        "nothing at the destination",
                        "5 bytes",
                        "The upload was cancelled, and http://server.example/upload/file holds 5 bytes."));
    }

    @Test
    void isSkippedIfEveryNameHasSomething() {
        assertThat(cancelled()
                        .uploadSeen()
                        .anyName("GET of X is answered 200 too")
                        .readBackDifferent(5, 0, 10)
                        .by(RULE))
                .containsExactly(Judgement.skipped(
                        "whether the cancelled upload is there cannot be seen: GET of X is answered 200 too"));
    }

    @Test
    void breaksIfEveryNameHasSomethingButThisOneHasTheBytesOfTheUpload() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 19, 40)
                        .cancel()
                        .anyName("GET of X is answered 200 too")
                        .readBackDifferent(20, 20, 40)
                        .by(RULE))
                .singleElement()
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isSkippedIfNoUploadCameBack() {
        assertThat(cancelled().readback("auto").readBackDifferent(5, 5, 10).by(RULE))
                .containsExactly(Judgement.skipped(
                        "no finished upload was seen at its destination, so what is there proves nothing"));
        assertThat(cancelled()
                        .readback("auto")
                        .uploadSeen()
                        .readBackDifferent(5, 5, 10)
                        .by(RULE))
                .singleElement()
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isSkippedIfAbsenceProvesNothing() {
        assertThat(cancelled().readBackNothing(Presence.ABSENT, NOT_FOUND, 10).by(RULE))
                .containsExactly(Judgement.skipped(
                        "no finished upload was seen at its destination, so its absence proves nothing"));
    }

    @Test
    void isSkippedIfAnotherUploadToTheUrlWasClosed() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 3, 10)
                        .close()
                        .in(2)
                        .create()
                        .fragment(0, 4, 10)
                        .cancel()
                        .uploadSeen()
                        .readBackDifferent(4, 0, 10)
                        .by(RULE))
                .containsExactly(
                        Judgement.skipped("another upload to the same URL was closed, and what is there may be that"));
    }

    @Test
    void breaksThoughAnotherUploadToTheUrlWasCancelledToo() {
        assertThat(CaseBuilder.created()
                        .cancel()
                        .in(2)
                        .create()
                        .fragment(0, 4, 10)
                        .cancel()
                        .uploadSeen()
                        .readBackDifferent(5, 5, 10)
                        .by(RULE))
                .last()
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isSkippedIfAnotherUploadMayBeThere() {
        assertThat(cancelled()
                        .url("http://server.example/one")
                        .readBackDifferent(5, 5, 10)
                        .by(RULE))
                .containsExactly(Judgement.skipped(
                        "the target has one URL for every upload, so what is there may be another upload"));
    }

    @Test
    void isSkippedIfNobodyCanLook() {
        assertThat(cancelled().by(RULE))
                .containsExactly(Judgement.skipped("delivery not judged: uploads cannot be read back"));
        assertThat(cancelled()
                        .readBackNothing(Presence.UNREADABLE, OptionalInt.of(403), 10)
                        .by(RULE))
                .containsExactly(Judgement.skipped("the destination of the cancelled upload could not be read"));
    }

    @Test
    void isNotAboutALateOrRefusedCancel() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .cancel()
                        .readBackSame(10)
                        .by(RULE))
                .isEmpty();
        assertThat(CaseBuilder.created()
                        .cancel(ack -> ack.status(400))
                        .readBackDifferent(5, 5, 10)
                        .by(RULE))
                .isEmpty();
    }

    private static CaseBuilder cancelled() {
        return CaseBuilder.created().fragment(0, 4, 10).cancel();
    }
}
