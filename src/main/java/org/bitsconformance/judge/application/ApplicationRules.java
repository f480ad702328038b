package org.bitsconformance.judge.application;

import static org.bitsconformance.judge.application.NoticeRow.byReference;
import static org.bitsconformance.judge.application.NoticeRow.byValue;
import static org.bitsconformance.judge.application.NoticeRow.notification;

import java.util.EnumSet;
import java.util.List;
import org.bitsconformance.judge.Rule;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.HandedFile.Role;

/**
 * Rules about the notification of a server application, and about what its answer leads to. A rule that states one fact
 * about a notification is a row.
 */
public final class ApplicationRules {

    private static final int FORBIDDEN = 403;

    private static final List<Rule> RULES = List.of(
            new NotificationIsSent(),
            new NobodyIsNotified(),
            new NotificationGoesToItsUrl(),
            new QueryIsAppended(),
            // Win32 notification-protocol-for-server-applications
            notification("NotificationIsPost", "notification.method", NoticeFacts::isPost),
            new NotificationIsHttp(),
            // MC-BUP 2.2.1; RFC 2616 3.1, where case and leading zeros do not count
            notification("NotificationIsHttp11", "notification.http-version", NoticeFacts::isHttp11),
            new NotificationNamesHost(),
            new NotificationComesAtLastByte(),
            new NotificationComesBeforeAck(),
            new NotificationIsSentOnce(),
            new NotificationHasItsLength(),
            new OriginalUrlIsThere(),
            // MC-BUP 2.2.12.2; RFC 2616 3.2.2; https passes as well
            notification("OriginalUrlHasForm", "notification.original-url.form", NoticeFacts::hasHttpUrl),
            // The file with the upload.
            new FileIsNamed(
                    "notification.request-path",
                    Role.UPLOAD,
                    BitsHeaders.REQUEST_DATA_ENTITY_NAME,
                    BitsHeaders.REQUEST_DATA_FILE_NAME),
            // The file for the reply.
            new FileIsNamed(
                    "notification.response-path",
                    Role.REPLY,
                    BitsHeaders.RESPONSE_DATA_ENTITY_NAME,
                    BitsHeaders.RESPONSE_DATA_FILE_NAME),
            // MC-BUP 2.2.12.3
            byReference("ByReferenceHasNoBody", "notification.by-reference.body", NoticeFacts::hasNoBody),
            // MC-BUP 2.2.12.3
            byValue("ByValueHasUpload", "notification.by-value.body", NoticeFacts::hasTheUpload),
            new UploadIsCopied(),
            new UploadIsNotCopied(),
            new HandedFilesAreRemoved(),
            new MissingUploadIsAnswered404(),
            new StaticUrlIsReplyUrl(),
            new EmptyStaticUrlIsNone(),
            new StaticReplyIsKept(),
            // 400 if the URL of the reply is too long.
            new FailureHasStatus("refusal.reply-url-too-long", EnumSet.of(Failure.LONG_URL), 400, false),
            // E_INVALIDARG if the URL of the reply is too long.
            new FailureHasCode("refusal.reply-url-too-long.code", EnumSet.of(Failure.LONG_URL), Hresult.E_INVALIDARG),
            // The notification cannot be sent.
            new FailureIsPassedOn("notification.unsent", Failure.UNSENT),
            // No answer can be read.
            new FailureIsPassedOn("notification.unanswered", Failure.UNANSWERED),
            // The answer breaks off in its body, which is the reply.
            new FailureIsPassedOn("notification.by-value.cut", Failure.CUT_SHORT),
            new ApplicationErrorIsPassedOn(),
            new ContextIsOfApplication(),
            new FailedSessionStays(),
            new FailedNotificationIsRepeated(),
            // Win32 handling-server-application-errors. MC-BUP 3.2.5.1.2 makes no such distinction, so only the Win32
            // pages forbid it.
            new NotNotifiedAgain(
                    "ForbiddenNotificationIsNotRepeated",
                    "notification.again.403",
                    ApplicationRules::isForbidden,
                    Dialect.WIN32,
                    "The server application answered 403, and was notified again when the last fragment was sent"
                            + " again."),
            // MC-BUP 3.2.5.1.2. The Win32 pages (preventing-multiple-uploads) allow it after a lost Ack, which a server
            // cannot notice.
            new NotNotifiedAgain(
                    "DoneNotificationIsNotRepeated",
                    "notification.once",
                    ApplicationRules::isDone,
                    Dialect.MC_BUP,
                    "The server application was notified again when the last fragment was sent again after it had been"
                            + " answered 200."),
            // The answer is HTTP/1.0.
            new FailureIsPassedOn("back-end.answer.http-version", Failure.OLD_HTTP),
            // The answer names a relative URL.
            new FailureIsPassedOn("back-end.answer.checked", Failure.RELATIVE_URL),
            // 411 if the application's answer is invalid; that it is an error at all is another requirement.
            new FailureHasStatus(
                    "back-end.answer.invalid.status", EnumSet.of(Failure.OLD_HTTP, Failure.RELATIVE_URL), 411, true),
            // E_INVALIDARG if the application's answer is invalid.
            new FailureHasCode(
                    "back-end.answer.invalid.code",
                    EnumSet.of(Failure.OLD_HTTP, Failure.RELATIVE_URL),
                    Hresult.E_INVALIDARG),
            // The answer does not come in time.
            new FailureIsPassedOn("back-end.timeout", Failure.SILENT),
            new SilenceIsNotFatal(),
            // 408 if the answer does not come in time; that it is an error at all is another requirement.
            new FailureHasStatus("back-end.timeout.status", EnumSet.of(Failure.SILENT), 408, true),
            // 0x80070112 if the answer does not come in time.
            new FailureHasCode("back-end.timeout.code", EnumSet.of(Failure.SILENT), Hresult.ERROR_DISK_FULL));

    private ApplicationRules() {}

    /** Every rule of this package. */
    public static List<Rule> all() {
        return RULES;
    }

    private static boolean isForbidden(LastFragment last) {
        return last.failedBefore()
                .flatMap(Notice::error)
                .filter(status -> status == FORBIDDEN)
                .isPresent();
    }

    private static boolean isDone(LastFragment last) {
        return last.repeatsSuccess()
                && last.before().stream().flatMap(one -> one.notices().stream()).anyMatch(Notice::succeeded);
    }
}
