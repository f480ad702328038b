package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.notifying;

import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.NotificationRequest;

/** Faults in the HTTP form of notifications, and in the URL that they name. They show if there is a server application. */
public enum NoticeFormFault implements Fault {
    NOTIFICATION_IN_HTTP_1_0(
            "Notifications are sent in HTTP/1.0",
            "HTTP/1.1",
            writing(head -> head.replaceFirst(" HTTP/1.1", " HTTP/1.0"))),

    NOTIFICATION_VERSION_GARBLED(
            "Notifications have a malformed HTTP version",
            "HTTP/1.1",
            writing(head -> head.replaceFirst(" HTTP/1.1", " HTTP/1,1"))),

    NOTIFICATION_WITHOUT_HOST(
            "Notifications have no Host", "Host", writing(head -> head.replaceFirst("Host: [^\r]*\r\n", ""))),

    NOTIFICATION_HOST_OF_PACKET(
            "Host of notifications is that of the server",
            "Host",
            notifying(
                    notice -> notice.writtenAs(head -> head.replaceFirst("Host: [^\r]*", "Host: " + hostOf(notice))))),

    NOTIFICATION_HOST_WITHOUT_PORT(
            "Host of notifications lacks the port",
            "Host",
            writing(head -> head.replaceFirst("(Host: [^\r]*):\\d+", "$1"))),

    NOTIFICATION_HOST_TWICE(
            "Notifications have two Hosts",
            "Host",
            writing(head -> head.replaceFirst("(Host: [^\r]*\r\n)", "$1Host: localhost\r\n"))),

    NOTIFICATION_LINE_WITHOUT_COLON(
            "A header line of notifications has no colon",
            "malformed",
            writing(head -> head.replaceFirst("\r\n", "\r\nX-Upload done\r\n"))),

    NOTIFICATION_BLANK_BEFORE_COLON(
            "There is a space before the colon of a header field of notifications",
            "malformed",
            writing(head -> head.replaceFirst("Connection:", "Connection :"))),

    NOTIFICATION_LINE_FEEDS(
            "The header lines of notifications end without a carriage return",
            "carriage return",
            writing(head -> head.replace("\r", ""))),

    NOTIFICATION_TARGET_WITHOUT_SLASH(
            "The path that notifications ask for begins without a slash",
            "request target",
            notifying(notice -> notice.withTarget(notice.target().replaceFirst("^/", "")))),

    NOTIFICATION_LENGTH_TOO_SMALL(
            "Content-Length of notifications is a byte less than their body has", "Content-Length", changingLength(-1)),

    NOTIFICATION_LENGTH_TOO_LARGE(
            "Content-Length of notifications is a byte more than their body has", "Content-Length", changingLength(1)),

    NOTIFICATION_CHUNKED_WITH_LENGTH(
            "Notifications in chunks also have a Content-Length",
            "Transfer-Encoding",
            notifying(notice -> notice.with("Transfer-Encoding", "chunked"))),

    NOTIFICATION_ORIGINAL_URL_OF_UPLOAD_BEFORE(
            "Notifications name the URL of the upload before",
            "BITS-Original-Request-URL",
            lapsing(Misbehaviour.NAMES_UPLOAD_BEFORE)),

    NOTIFICATION_ORIGINAL_URL_CUT(
            "The last characters of the URL are missing in notifications",
            "BITS-Original-Request-URL",
            changingUrl(url -> url.replaceFirst("[^?/]{5}(?=\\?|$)", ""))),

    NOTIFICATION_ORIGINAL_URL_OF_FOLDER(
            "Notifications name the folder of the upload instead of its URL",
            "BITS-Original-Request-URL",
            changingUrl(url -> url.replaceFirst("[^/]*$", "")));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    NoticeFormFault(String title, String tellTale, Conduct conduct) {
        this.defect = new Defect(title, tellTale, conduct);
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Conduct writing(UnaryOperator<String> how) {
        return notifying(notice -> notice.writtenAs(how));
    }

    private static Conduct changingLength(int by) {
        return notifying(notice -> notice.body().isEmpty()
                ? notice
                : notice.with(
                        BitsHeaders.CONTENT_LENGTH, String.valueOf(notice.body().length() + by)));
    }

    private static Conduct changingUrl(UnaryOperator<String> how) {
        return notifying(notice -> notice.headers()
                .first(BitsHeaders.ORIGINAL_REQUEST_URL)
                .map(url -> notice.with(BitsHeaders.ORIGINAL_REQUEST_URL, how.apply(url)))
                .orElse(notice));
    }

    private static String hostOf(NotificationRequest notice) {
        return notice.headers()
                .first(BitsHeaders.ORIGINAL_REQUEST_URL)
                .orElse("")
                .replaceFirst("^http://([^/]*).*", "$1");
    }
}
