package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.Notification.Conduct;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationIsHttpTests {

    private static final NotificationIsHttp RULE = new NotificationIsHttp();

    @Test
    void holdsForAnHttpRequest() {
        assertThat(Notified.upload(notification -> notification).by(RULE)).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST http://app.example:8080/notify?a=1 HTTP/1.1|Host: app.example",
                "POST http://app.example HTTP/1.1|Host: app.example",
                "POST / HTTP/1.0",
                "POST /notify HTTPS",
                "POST /notify|host:app.example|X-Empty:|X-Folded: a|\tb| c|X-Tab: a\tb",
                "POST /\u00C3\u0085 HTTP/1.1|X-Name: \u00C3\u0085.txt"
            })
    void holdsForEveryFormThatHttpAllows(String head) {
        assertThat(judged(lines(head))).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POST /notify HTTP/1.1|X-Done yes; the header line X-Done yes",
                "POST /notify HTTP/1.1|Host : a; the header line Host : a",
                "POST /notify HTTP/1.1| Host: a; the header line",
                "POST /notify HTTP/1.1|: a; the header line : a",
                "POST  /notify HTTP/1.1; the request line POST  /notify HTTP/1.1",
                "POST /a b HTTP/1.1; the request line POST /a b HTTP/1.1",
                "POST notify HTTP/1.1; the request target notify, which is no absolute path",
                "|POST /notify HTTP/1.1; an empty line before the request line",
                "POST /notify HTTP/1.1|X-Bell: \u0007x; the header line X-Bell"
            })
    void breaksForSomethingThatIsNotHttp(String head, String defect) {
        assertThat(judged(lines(head)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Judgement.Broken.class,
                        broken -> assertThat(broken.message()).startsWith("The notification is malformed: " + defect));
    }

    @Test
    void breaksForLinesWithoutACarriageReturn() {
        assertThat(judged("POST /notify HTTP/1.1\nHost: a\n\n"))
                .containsExactly(Judgement.broken(
                        "a request in the form of RFC 2616 section 5",
                        "a line that ends without a carriage return",
                        "The notification is malformed: a line that ends without a carriage return."));
    }

    @Test
    void isNotAboutAHeaderThatBrokeOff() {
        assertThat(judged("POST /notify HT")).hasOnlyElementsOfType(Judgement.Skipped.class);
    }

    private static String lines(String head) {
        return head.replace("|", "\r\n") + "\r\n\r\n";
    }

    private static List<Judgement> judged(String request) {
        CaseBuilder played = Notified.byValue().fragment(0, 99, 100);
        return played.event(new Notification(
                        "n9",
                        CaseBuilder.CASE,
                        1,
                        WireBytes.of(request),
                        true,
                        0,
                        OptionalLong.empty(),
                        Conduct.ANSWERED,
                        WireBytes.of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
                        Optional.empty(),
                        new Notification.Timing(21, 21, 21)))
                .by(RULE);
    }
}
