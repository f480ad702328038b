package org.bitsconformance.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.report.html.HtmlExchanges.HtmlExchange;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.HandedFile.Moment;
import org.bitsconformance.transcript.HandedFile.Presence;
import org.bitsconformance.transcript.HandedFile.Role;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.Notification.Conduct;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;

class HtmlNotificationsTests {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

    @Test
    void notification_is_shown_as_an_exchange_with_its_result() {
        HtmlExchange shown = shown(notification(Conduct.ANSWERED, ANSWER, OptionalLong.of(7)), List.of());
        assertThat(shown.id()).isEqualTo("n3");
        assertThat(shown.title()).isEqualTo("Notification POST /app HTTP/1.1 → HTTP/1.1 200 OK");
        assertThat(shown.request().get(0).text()).isEqualTo("POST /app HTTP/1.1");
        assertThat(shown.answer().get(0).text()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(shown.ending()).isEqualTo("the server application answered after 2.0 ms");
        assertThat(shown.place())
                .isEqualTo(
                        "from the server to the server application; session 1; body of 2,000 bytes, which differs from"
                                + " the upload at byte 7; reply of 500 bytes");
    }

    @Test
    void says_what_the_application_does_instead_of_answering() {
        HtmlExchange shown = shown(notification(Conduct.SILENT, "", OptionalLong.empty()), List.of());
        assertThat(shown.title()).endsWith(" → never answered");
        assertThat(shown.answer()).isEmpty();
        assertThat(shown.place()).contains("body of 2,000 bytes; reply");
    }

    @Test
    void files_of_its_session_are_shown_with_it() {
        HtmlExchange shown = shown(
                notification(Conduct.ANSWERED, ANSWER, OptionalLong.empty()),
                List.of(
                        file(1, Role.UPLOAD, Moment.NOTIFIED, Presence.FOUND, OptionalLong.of(2000)),
                        file(1, Role.REPLY, Moment.ENDED, Presence.ABSENT, OptionalLong.empty()),
                        file(2, Role.UPLOAD, Moment.NOTIFIED, Presence.OUTSIDE, OptionalLong.empty())));
        assertThat(shown.place())
                .endsWith("; file of the upload /spool/u1 at the notification: there, 2,000 bytes; file for the reply"
                        + " /spool/u1 when the session had ended: not there");
    }

    private static HtmlExchange shown(Notification notification, List<HandedFile> files) {
        Drive drive = new Drive(Verdict.PASS, "", List.of(), List.of(notification), files);
        return new HtmlNotifications(new PageBudget(PageBudget.OF_A_PAGE)).of(notification, drive, Detail.FULL);
    }

    private static Notification notification(Conduct conduct, String answer, OptionalLong difference) {
        return new Notification(
                "n3",
                "upload-reply",
                1,
                WireBytes.of("POST /app HTTP/1.1\r\nHost: h\r\n\r\n"),
                true,
                2000,
                difference,
                conduct,
                WireBytes.of(answer),
                Optional.of(new Payload(1, 500)),
                new Notification.Timing(1000, 3000, 5000));
    }

    private static HandedFile file(int session, Role role, Moment moment, Presence presence, OptionalLong length) {
        return new HandedFile(
                "upload-reply", session, role, moment, "/spool/u1", presence, length, OptionalLong.empty());
    }
}
