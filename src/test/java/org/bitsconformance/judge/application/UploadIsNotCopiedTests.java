package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.session.UploadIsDelivered;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.ReadBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploadIsNotCopiedTests {

    private static final UploadIsNotCopied RULE = new UploadIsNotCopied();

    private static final String COPIED = "The server application did not ask for a copy, and the upload is at its"
            + " destination, http://server.example/upload/file.";

    @Test
    void holdsIfNothingIsThere() {
        assertThat(closed().uploadSeen()
                        .readBackNothing(ReadBack.Presence.ABSENT, OptionalInt.of(404), 100)
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksOnlyUnderTheWin32Pages() {
        assertThat(closed().readBackSame(100).dialect(Dialect.WIN32).by(RULE))
                .containsExactly(Judgement.broken("nothing at the destination", "the upload", COPIED));
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            names = {"ANY", "MC_BUP"})
    void onlyReportsACopyUnderOtherDialects(Dialect dialect) {
        assertThat(closed().readBackSame(100).dialect(dialect).by(RULE)).containsExactly(Judgement.observed(COPIED));
    }

    @Test
    void isSkippedIfALookProvesNothing() {
        assertThat(closed().by(RULE)).containsExactly(Judgement.skipped(UploadIsDelivered.NOT_JUDGED));
        assertThat(closed().readBackNothing(ReadBack.Presence.ABSENT, OptionalInt.of(404), 100)
                        .by(RULE))
                .containsExactly(Judgement.skipped(
                        "no finished upload was seen at its destination, so its absence proves nothing"));
        assertThat(closed().readBackNothing(ReadBack.Presence.UNREADABLE, OptionalInt.of(403), 100)
                        .by(RULE))
                .containsExactly(Judgement.skipped("the destination of the upload could not be read"));
        assertThat(closed().dialect(Dialect.WIN32).readBackDifferent(9, 3, 100).by(RULE))
                .containsExactly(Judgement.skipped("what is at the destination is not this upload"));
    }

    @Test
    void isNotAboutAnUploadThatShouldBeCopied() {
        assertThat(Notified.upload(notification -> notification)
                        .close()
                        .readBackSame(100)
                        .by(RULE))
                .isEmpty();
    }

    private static CaseBuilder closed() {
        return Notified.upload(
                        notification -> notification.answer(answer -> answer.without("BITS-Copy-File-To-Destination")))
                .close();
    }
}
