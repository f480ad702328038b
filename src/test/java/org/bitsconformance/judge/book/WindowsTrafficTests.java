package org.bitsconformance.judge.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Histories;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The uploads of a Windows client to IIS 6 in MC-BUP 4.1 and 4.2, byte for byte. */
class WindowsTrafficTests {

    private static final Declared BY_REFERENCE = new Declared(
            true,
            new Declared.Capabilities(Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()),
            Optional.of(new DeclaredNotification(
                    DeclaredNotification.REFERENCE,
                    "http://frankcao8/bitsasp/test.REPLY",
                    false,
                    OptionalLong.empty(),
                    true)),
            DeclaredAccess.UNDECLARED,
            DeclaredLimits.NONE);

    @ParameterizedTest
    @EnumSource(names = "WINDOWS", mode = EnumSource.Mode.EXCLUDE)
    void leavesTheSessionIdOutOfTwoAcksAndIsOtherwiseRight(Dialect dialect) throws IOException {
        assertThat(judged(dialect))
                .filteredOn(judged -> judged.judgement() instanceof Judgement.Broken)
                .extracting(judged -> judged.requirement() + " in " + judged.exchange())
                .containsExactly("session-id.echoed in x2", "session-id.echoed in x4");
    }

    @ParameterizedTest
    @EnumSource(names = "WINDOWS", mode = EnumSource.Mode.EXCLUDE)
    void hasAPathAsTheUrlOfTheReply(Dialect dialect) throws IOException {
        assertThat(judgedWithReply(dialect))
                .filteredOn(judged -> judged.judgement() instanceof Judgement.Broken)
                .extracting(judged -> judged.requirement() + " in " + judged.exchange())
                .containsExactly("session-id.echoed in x3", "fragment.reply-url.form in x3", "session-id.echoed in x5");
    }

    @Test
    void isRightUnderTheWindowsDialect() throws IOException {
        List<Judged> all = new ArrayList<>(judged(Dialect.WINDOWS));
        all.addAll(judgedWithReply(Dialect.WINDOWS));
        assertThat(all)
                .extracting(Judged::judgement)
                .doesNotHaveAnyElementsOfTypes(Judgement.Broken.class, Judgement.NotJudged.class)
                .hasAtLeastOneElementOfType(Judgement.Observed.class);
    }

    @Test
    void isJudgedByMostRules() throws IOException {
        assertThat(judged(Dialect.ANY))
                .extracting(Judged::rule)
                .contains(
                        "AnswerIsAnAck",
                        "ContentLengthIsExact",
                        "PingIsAnswered200",
                        "CreateSessionSucceeds",
                        "SessionIdHasForm",
                        "ProtocolWasOffered",
                        "NextFragmentIsTaken",
                        "ReceivedRangeIsRight",
                        "CloseSucceeds");
    }

    @Test
    void downloadsTheReplyFromTheFolderOfTheUpload() throws IOException {
        assertThat(judgedWithReply(Dialect.ANY))
                .filteredOn(judged -> judged.exchange().equals("x4"))
                .allSatisfy(judged -> assertThat(judged.judgement()).isEqualTo(Judgement.held()))
                .extracting(Judged::requirement)
                .containsExactlyInAnyOrder(
                        "download.http", "download.content-length", "download.last-modified", "download.range");
    }

    @Test
    void notifiesByReferenceWithTheNamesOfTheWin32Pages() throws IOException {
        assertThat(judgedWithReply(Dialect.ANY))
                .filteredOn(judged -> judged.requirement().startsWith("notification."))
                .filteredOn(judged -> judged.judgement() instanceof Judgement.Held)
                .extracting(Judged::requirement)
                .containsExactlyInAnyOrder(
                        "notification.sent",
                        "notification.url",
                        "notification.method",
                        "notification.http",
                        "notification.http-version",
                        "notification.host",
                        "notification.at-last-byte",
                        "notification.before-ack",
                        "notification.first-try",
                        "notification.content-length",
                        "notification.original-url",
                        "notification.original-url.form",
                        "notification.request-path",
                        "notification.response-path",
                        "notification.by-reference.body");
    }

    @Test
    void namesAHostToContinueWith() throws IOException {
        assertThat(judgedWithReply(Dialect.ANY))
                .filteredOn(judged -> judged.judgement() instanceof Judgement.Held)
                .extracting(Judged::rule)
                .contains("HostIdHasForm", "FallbackTimeoutHasHost", "FallbackTimeoutIsSeconds");
    }

    private static List<Judged> judged(Dialect dialect) throws IOException {
        return judged(
                CaseBuilder.session(),
                dialect,
                exchange(1, message("upload-01"), message("upload-02")),
                exchange(2, message("upload-03") + message("upload-04"), message("upload-05")),
                exchange(3, message("upload-06"), message("upload-07")),
                exchange(4, message("upload-08"), message("upload-09")));
    }

    /** The document shows only the beginning of the reply. */
    private static List<Judged> judgedWithReply(Dialect dialect) throws IOException {
        return judged(
                CaseBuilder.session().uploadReply().declared(BY_REFERENCE),
                dialect,
                notification(),
                exchange(1, message("upload-reply-01"), message("upload-reply-02")),
                exchange(2, message("upload-reply-03"), message("upload-reply-04")),
                exchange(3, message("upload-reply-05") + message("upload-reply-06"), message("upload-reply-09")),
                exchange(
                        4, Purpose.DOWNLOAD, message("upload-reply-10"), message("upload-reply-11") + "x".repeat(9977)),
                exchange(5, message("upload-reply-12"), message("upload-reply-13")));
    }

    private static List<Judged> judged(CaseBuilder run, Dialect dialect, Event... exchanges) {
        List<Event> events = new ArrayList<>();
        events.add(new CaseStart(CaseBuilder.CASE, "windows", Map.of(), List.of(), 1));
        events.addAll(List.of(exchanges));
        events.add(new CaseEnd(CaseBuilder.CASE, CaseEnd.Ending.DRIVEN, ""));
        return new Judge(run.header(), dialect).judge(Histories.of(events, DeclaredLimits.NONE));
    }

    private static Notification notification() throws IOException {
        return new Notification(
                "n1",
                CaseBuilder.CASE,
                1,
                WireBytes.of(message("upload-reply-07")),
                true,
                0,
                OptionalLong.empty(),
                Notification.Conduct.ANSWERED,
                WireBytes.of(message("upload-reply-08")),
                Optional.empty(),
                new Notification.Timing(0, 0, 0));
    }

    private static Exchange exchange(int number, String request, String answer) {
        return exchange(number, Purpose.CASE, request, answer);
    }

    private static Exchange exchange(int number, Purpose purpose, String request, String answer) {
        return new Exchange(
                "x" + number,
                CaseBuilder.CASE,
                purpose,
                1,
                1,
                "c1",
                number,
                WireBytes.NONE,
                WireBytes.of(request),
                WireBytes.of(answer),
                Ending.ANSWERED,
                new Exchange.Timing(0, 0, OptionalLong.empty(), 0),
                SendContext.USUAL);
    }

    private static String message(String number) throws IOException {
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(Path.of("src/test/resources/traffic"), number + "-*")) {
            return Files.readString(found.iterator().next(), StandardCharsets.ISO_8859_1);
        }
    }
}
