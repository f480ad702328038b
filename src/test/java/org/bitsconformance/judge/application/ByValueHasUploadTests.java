package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;

class ByValueHasUploadTests {

    private static final CaseRule RULE = NamedRule.ofCases("ByValueHasUpload");

    @Test
    void holdsForTheUpload() {
        assertThat(Notified.upload(notification -> notification).by(RULE)).containsExactly(Judgement.held());
        assertThat(Notified.upload(notification -> notification.request(
                                request -> request.without("Content-Length").with("Transfer-Encoding", "chunked")))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForOtherBytes() {
        assertThat(Notified.upload(notification -> notification.differentAt(3)).by(RULE))
                .containsExactly(Judgement.broken(
                        "the bytes of the upload",
                        "6 bytes, first difference at 3",
                        "The body of the notification is not the upload: 6 bytes, first difference at 3."));
    }

    @Test
    void isSkippedByReferenceAndIfNobodyIsNotified() {
        assertThat(Notified.byReference().notified().fragment(0, 99, 100).by(RULE))
                .containsExactly(Judgement.skipped("the target passes uploads by reference"));
        assertThat(CaseBuilder.created()
                        .declared(Notified.declares("none"))
                        .notified()
                        .fragment(0, 99, 100)
                        .by(RULE))
                .containsExactly(Judgement.skipped("the target passes uploads by none"));
    }
}
