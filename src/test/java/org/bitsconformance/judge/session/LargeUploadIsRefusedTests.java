package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.session.BeyondCases.limited;
import static org.bitsconformance.judge.session.BeyondCases.upload;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;

class LargeUploadIsRefusedTests {

    @Test
    void holdsForAnUploadThatIsRefusedAtAnyPacket() {
        assertThat(upload().fragment(0, 9, 31)
                        .fragment(10, 30, 31, ack -> ack.error(500, "0x80200020"))
                        .by(new LargeUploadIsRefused()))
                .containsExactly(Judgement.held());
        assertThat(upload().fragment(0, 9, 31, ack -> ack.status(413)).by(new LargeUploadIsRefused()))
                .containsExactly(Judgement.held());
        assertThat(upload().fragment(0, 30, 31)
                        .close(ack -> ack.error(500, "0x80200020"))
                        .by(new LargeUploadIsRefused()))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForOneThatIsAcceptedToItsEnd() {
        CaseBuilder taken = upload().fragment(0, 30, 31).close();

        assertThat(taken.by(new LargeUploadIsRefused()))
                .containsExactly(Judgement.broken(
                        "a refusal of one of its packets",
                        "every packet was answered with success, up to Close-Session",
                        "An upload of more than the 30 bytes that the target declares as maxUpload was taken up to its"
                                + " Close-Session."));
        assertThat(taken.broken()).containsExactly("directory.maximum-upload-size");
    }

    @Test
    void saysNothingAboutOneThatWasNotSentToItsEnd() {
        assertThat(upload().fragment(0, 9, 31).by(new LargeUploadIsRefused()))
                .containsExactly(Judgement.observed("An upload of more than the 30 bytes that the target declares as"
                        + " maxUpload was not refused as far as it was sent."));
        assertThat(upload().fragment(0, 9, 30).by(new LargeUploadIsRefused())).isEmpty();
        assertThat(limited().create().fragment(0, 9, 31).by(new LargeUploadIsRefused()))
                .as("by a case that is not about it")
                .isEmpty();
    }
}
