package org.bitsconformance.judge.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.PlayedNotification;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTests {

    @Test
    void parsesTheRequestAndTheAnswer() {
        Notice notice = notice(notification -> notification);

        assertThat(notice.request().method()).isEqualTo("POST");
        assertThat(notice.succeeded()).isTrue();
        assertThat(notice.error()).isEmpty();
        assertThat(notice.asksForCopy()).isTrue();
        assertThat(notice.staticUrl()).isEmpty();
        assertThat(notice.by(Conduct.ANSWERED)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Conduct.class, mode = EnumSource.Mode.EXCLUDE, names = "ANSWERED")
    void onlyAnAnswerIsASuccessOrAnError(Conduct conduct) {
        Notice notice = notice(notification -> notification.answer(500).by(conduct));

        assertThat(notice.succeeded()).isFalse();
        assertThat(notice.error()).isEmpty();
        assertThat(notice(notification -> notification.by(conduct)).succeeded()).isFalse();
    }

    @Test
    void nothingIsKnownAboutAConnectionFromWhichNothingWasRead() {
        Notice notice = notice(notification -> notification.by(Conduct.HUNG_UP));

        assertThat(notice.request().method()).isEmpty();
        assertThat(notice.request().headers().fields()).isEmpty();
        assertThat(notice.answer()).isEmpty();
        assertThat(notice.aboutStaticReply()).isFalse();
        assertThat(notice.asksForCopy()).isFalse();
    }

    @Test
    void anErrorIsAStatusFrom400On() {
        assertThat(notice(notification -> notification.answer(400)).error()).contains(400);
        assertThat(notice(notification -> notification.answer(201)).succeeded()).isTrue();
        assertThat(notice(notification -> notification.answer(302)).succeeded()).isFalse();
        assertThat(notice(notification -> notification.answer(302)).error()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reply", "reply", "ftp://h/", "http://", "http://h/a b"})
    void aUrlThatIsNotAbsoluteIsNotASuccess(String url) {
        assertThat(named(url).succeeded()).isFalse();
        assertThat(StaticUrl.relative(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://h", "HTTPS://h:1/a?b#c"})
    void anAbsoluteUrlOrNoneIsASuccess(String url) {
        assertThat(named(url).succeeded()).isTrue();
        assertThat(named(url).staticUrl()).contains(url);
        assertThat(StaticUrl.objectionable(url)).isFalse();
    }

    @Test
    void aUrlOf2200CharactersIsNotTooLong() {
        String url = "http://h/" + "x".repeat(2191);

        assertThat(StaticUrl.objectionable(url)).isFalse();
        assertThat(StaticUrl.tooLong(url + "x")).isTrue();
        assertThat(StaticUrl.relative(url + "x")).isFalse();
        assertThat(StaticUrl.objectionable(url + "x")).isTrue();
    }

    @Test
    void aRequestBelowTheFolderOfRepliesIsNotANotification() {
        CaseHistory history = CaseBuilder.created()
                .notified(asking("GET /bits-static/u HTTP/1.1"))
                .notified(asking("DELETE http://h/bits-static/u HTTP/1.1"))
                .notified()
                .fragment(0, 99, 100)
                .history();

        assertThat(history.application().notices()).hasSize(1);
        assertThat(history.application().repliesAsked())
                .extracting(Notice::altersStaticReply)
                .containsExactly(false, true);
    }

    private static UnaryOperator<PlayedNotification> asking(String line) {
        return notification -> notification.request(request -> request.startLine(line));
    }

    private static Notice named(String url) {
        UnaryOperator<Message> named = answer -> answer.with("BITS-Static-Response-URL", url);
        return notice(notification -> notification.answer(named));
    }

    private static Notice notice(UnaryOperator<PlayedNotification> change) {
        return CaseBuilder.created()
                .notified(change)
                .fragment(0, 99, 100)
                .history()
                .application()
                .notices()
                .get(0);
    }
}
