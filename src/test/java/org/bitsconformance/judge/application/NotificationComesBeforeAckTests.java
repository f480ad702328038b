package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.PlayedNotification;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class NotificationComesBeforeAckTests {

    private static final NotificationComesBeforeAck RULE = new NotificationComesBeforeAck();

    private static final Judgement BROKEN = Judgement.broken(
            "an Ack after the answer of the server application",
            "an Ack before it",
            "The Fragment with the last byte was answered 200 before the server application had answered.");

    @Test
    void holdsIfTheApplicationAnswersFirst() {
        assertThat(Notified.upload(notification -> notification).by(RULE)).containsExactly(Judgement.held());
    }

    @Test
    void breaksIfTheAckCameFirst() {
        assertThat(Notified.upload(PlayedNotification::answeredLate).by(RULE)).containsExactly(BROKEN);
        assertThat(Notified.byValue().fragment(0, 99, 100).notified().close().by(RULE))
                .containsExactly(BROKEN);
    }

    @Test
    void breaksIfTheAckHadBegunBefore() {
        assertThat(Notified.byValue()
                        .notified()
                        .nextBegunEarly()
                        .fragment(0, 99, 100)
                        .by(RULE))
                .containsExactly(BROKEN);
    }

    @Test
    void anInterimAnswerIsNotAnAck() {
        String ack = CaseBuilder.ack()
                .with("BITS-Session-Id", CaseBuilder.id(1))
                .with("BITS-Received-Content-Range", "100")
                .text();

        assertThat(Notified.byValue()
                        .notified()
                        .nextBegunEarly()
                        .nextAnswered("HTTP/1.1 100 Continue\r\n\r\n" + ack, Ending.ANSWERED)
                        .fragment(0, 99, 100)
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void isNotAboutAnUploadWithoutNotificationOrALastFragmentThatWasRefusedOrCameAgain() {
        assertThat(Notified.byValue().fragment(0, 99, 100).by(RULE)).isEmpty();
        assertThat(Notified.failed(500).by(RULE)).isEmpty();
        assertThat(Notified.upload(notification -> notification)
                        .nextAgain()
                        .fragment(0, 99, 100)
                        .by(RULE))
                .hasSize(1);
    }
}
