package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;

class NotificationHasItsLengthTests {

    private static final NotificationHasItsLength RULE = new NotificationHasItsLength();

    @Test
    void holdsForTheNumberOfBytes() {
        assertThat(Notified.upload(notification -> notification).by(RULE)).containsExactly(Judgement.held());
        assertThat(Notified.upload(notification -> notification.naming("/a", "/b"))
                        .by(RULE))
                .containsExactly(Judgement.held());
        assertThat(requested(request -> request.with("Content-Length", "006"))).containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnotherNumber() {
        assertThat(Notified.upload(notification -> notification.bodyLength(4).torn())
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "Content-Length: 4",
                        "Content-Length: 6",
                        "The notification has Content-Length: 6 and a body of 4 bytes."));
        assertThat(requested(request -> request.with("Content-Length", "-6")))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void breaksWithoutTheHeader() {
        assertThat(requested(request -> request.without("Content-Length")))
                .containsExactly(Judgement.broken(
                        "Content-Length: 6",
                        "no Content-Length",
                        "The notification has no Content-Length and a body of 6 bytes."));
        assertThat(requested(request -> request.without("Content-Length").with("Transfer-Encoding", "chunked")))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void isNotAboutAConnectionFromWhichNothingWasRead() {
        assertThat(Notified.upload(notification -> notification.by(Conduct.HUNG_UP))
                        .by(RULE))
                .isEmpty();
    }

    private static List<Judgement> requested(UnaryOperator<Message> change) {
        return Notified.upload(notification -> notification.request(change)).by(RULE);
    }
}
