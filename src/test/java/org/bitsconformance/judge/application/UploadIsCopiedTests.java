package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.session.UploadIsDelivered;
import org.bitsconformance.transcript.ReadBack;
import org.junit.jupiter.api.Test;

class UploadIsCopiedTests {

    private static final UploadIsCopied RULE = new UploadIsCopied();

    @Test
    void holdsIfTheUploadIsThere() {
        assertThat(closed(answer -> answer).readBackSame(100).by(RULE)).containsExactly(Judgement.held());
        assertThat(closed(answer -> answer.with("BITS-Copy-File-To-Destination", ""))
                        .readBackSame(100)
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksIfNothingIsThere() {
        assertThat(closed(answer -> answer)
                        .uploadSeen()
                        .readBackNothing(ReadBack.Presence.ABSENT, OptionalInt.of(404), 100)
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "100 bytes, those that were sent",
                        "nothing (status 404)",
                        "After Close-Session there is nothing at http://server.example/upload/file (status 404)."));
    }

    @Test
    void isSkippedIfNobodyLooked() {
        assertThat(closed(answer -> answer).by(RULE)).containsExactly(Judgement.skipped(UploadIsDelivered.NOT_JUDGED));
    }

    @Test
    void isNotAboutAnUploadThatShouldNotBeCopiedOrAFailedNotification() {
        assertThat(closed(answer -> answer.without("BITS-Copy-File-To-Destination"))
                        .readBackSame(100)
                        .by(RULE))
                .isEmpty();
        assertThat(Notified.failed(500).close().by(RULE)).isEmpty();
    }

    private static CaseBuilder closed(UnaryOperator<Message> answer) {
        return Notified.upload(notification -> notification.answer(answer)).close();
    }
}
