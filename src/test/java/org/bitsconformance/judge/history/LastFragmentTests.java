package org.bitsconformance.judge.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;

class LastFragmentTests {

    @Test
    void onlyAFragmentWithTheLastByteIsOne() {
        List<LastFragment> found = CaseBuilder.created()
                .fragment(0, 49, 100)
                .fragment(50, 99, 100)
                .close()
                .history()
                .lastFragments();

        assertThat(found).extracting(one -> one.step().exchange().id()).containsExactly("x3");
        assertThat(found.get(0).taken()).isTrue();
        assertThat(found.get(0).before()).isEmpty();
    }

    @Test
    void anIncompleteFragmentIsNotOne() {
        assertThat(CaseBuilder.created()
                        .nextRequest(request -> request.onlyBody("short"))
                        .fragment(0, 99, 100)
                        .history()
                        .lastFragments())
                .isEmpty();
    }

    @Test
    void hasTheNotificationsThatCameDuringIt() {
        List<LastFragment> found = CaseBuilder.created()
                .notified()
                .fragment(0, 49, 100)
                .notified()
                .fragment(50, 99, 100)
                .notified()
                .close()
                .history()
                .lastFragments();

        assertThat(found.get(0).notices())
                .extracting(notice -> notice.event().timing().receivedMicros())
                .containsExactly(31L);
        assertThat(found.get(0).onlyNotice()).isPresent();
    }

    @Test
    void severalNotificationsAreNotTheOnlyOne() {
        assertThat(last(CaseBuilder.created().notified().notified().fragment(0, 99, 100))
                        .onlyNotice())
                .isEmpty();
        assertThat(last(CaseBuilder.created().fragment(0, 99, 100)).onlyNotice())
                .isEmpty();
    }

    @Test
    void knowsEarlierOnesOfItsSession() {
        CaseBuilder played = CaseBuilder.created()
                .fragment(0, 99, 100)
                .create()
                .fragment(0, 99, 100)
                .in(1)
                .fragment(0, 99, 100);

        assertThat(last(played).before()).hasSize(1);
        assertThat(last(played).repeatsSuccess()).isTrue();
        assertThat(played.history().lastFragments().get(1).before()).isEmpty();
    }

    @Test
    void knowsTheFailureBeforeIt() {
        CaseBuilder failed = CaseBuilder.created()
                .notified(notification -> notification.by(Conduct.RESET))
                .notified(notification -> notification.answer(403))
                .fragment(0, 99, 100, ack -> ack.error(403, "0x80190193"));

        assertThat(last(failed).failedBefore()).isEmpty();
        assertThat(last(failed.fragment(0, 99, 100)).failedBefore().flatMap(Notice::error))
                .contains(403);
        assertThat(last(failed.fragment(0, 99, 100)).failedBefore()).isEmpty();
    }

    @Test
    void aNotificationThatSucceededInTheEndIsNotAFailure() {
        assertThat(last(CaseBuilder.created()
                                .notified(notification -> notification.by(Conduct.RESET))
                                .notified()
                                .nextUnanswered(Ending.RESET)
                                .fragment(0, 99, 100)
                                .nextAgain()
                                .fragment(0, 99, 100))
                        .failedBefore())
                .isEmpty();
    }

    private static LastFragment last(CaseBuilder played) {
        List<LastFragment> all = played.history().lastFragments();
        return all.get(all.size() - 1);
    }
}
