package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.notifying;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.NotificationRequest;

/** Faults in whether, when and how a server application is notified. They show where one is. */
final class NotificationFaults {

    static final Defect NOTIFICATION_NEVER_SENT = new Defect(
            "The server application is not notified, and taken to have agreed",
            "notif",
            lapsing(Misbehaviour.NOTIFIES_NOBODY));

    static final Defect NOTIFICATION_THOUGH_OFF = new Defect(
            "A server application is notified though notification is turned off",
            "notify nobody",
            lapsing(Misbehaviour.NOTIFIES_THOUGH_OFF));

    static final Defect NOTIFICATION_TO_OTHER_PATH = new Defect(
            "Notifications go to another path than that of the notification URL",
            "notif",
            notifying(notice -> notice.withTarget(notice.target().replaceFirst("^[^?]*", "/elsewhere"))));

    static final Defect NOTIFICATION_BY_PUT =
            new Defect("Notifications are sent with PUT", "POST", notifying(notice -> notice.withVerb("PUT")));

    static final Defect NOTIFICATION_AT_FIRST_FRAGMENT = new Defect(
            "The server application is notified at the first Fragment, and not at the last",
            "notif",
            lapsing(Misbehaviour.NOTIFIES_EARLY));

    static final Defect NOTIFICATION_AT_CLOSE = new Defect(
            "The server application is notified at Close-Session, long after the Ack to the last Fragment",
            "notif",
            lapsing(Misbehaviour.NOTIFIES_AT_CLOSE));

    static final Defect NOTIFICATION_AFTER_ACK = new Defect(
            "The last Fragment is acknowledged before the server application is notified",
            "before the server application",
            lapsing(Misbehaviour.NOTIFIES_LATER));

    static final Defect NOTIFICATION_SENT_TWICE =
            new Defect("Every notification is sent twice", "notif", lapsing(Misbehaviour.NOTIFIES_TWICE));

    static final Defect NOTIFICATION_AGAIN_AT_CLOSE = new Defect(
            "The server application is notified again at Close-Session",
            "again when the session ended",
            lapsing(Misbehaviour.NOTIFIES_AT_CLOSE_TOO));

    static final Defect NOTIFICATION_AGAIN_AFTER_SUCCESS = new Defect(
            "A last Fragment that comes again is notified again after the server application took the upload",
            "notif",
            lapsing(Misbehaviour.NOTIFIES_AGAIN));

    static final Defect NOTIFICATION_NOT_AGAIN_AFTER_ERROR = new Defect(
            "A last Fragment that comes again after its notification failed is acknowledged and not notified",
            "notif",
            lapsing(Misbehaviour.NOTIFIES_ONCE));

    static final Defect NOTIFICATION_AGAIN_AFTER_403 = new Defect(
            "A last Fragment that comes again is notified again after 403; shows with --dialect win32",
            "403",
            lapsing(Misbehaviour.NOTIFIES_AFTER_403));

    static final Defect NOTIFICATION_FAILURE_ENDS_SESSION = new Defect(
            "A session whose notification failed is gone", "notif", lapsing(Misbehaviour.ENDS_FAILED_SESSIONS));

    static final Defect NOTIFICATION_WITHOUT_QUERY = new Defect(
            "The query of the URL of an upload is not appended to the notification URL",
            "query",
            notifying(notice -> notice.withQuery(Optional.empty())));

    static final Defect NOTIFICATION_WITHOUT_ORIGINAL_URL = new Defect(
            "Notifications do not say which URL was uploaded to",
            "BITS-Original-Request-URL",
            notifying(notice -> notice.without(BitsHeaders.ORIGINAL_REQUEST_URL)));

    static final Defect NOTIFICATION_ORIGINAL_URL_RELATIVE = new Defect(
            "Notifications have the path that was uploaded to in place of the URL",
            "BITS-Original-Request-URL",
            notifying(notice -> changingUrl(notice, url -> url.replaceFirst("^http://[^/]*", ""))));

    static final Defect NOTIFICATION_ORIGINAL_URL_OF_OTHER = new Defect(
            "Notifications name another URL than was uploaded to",
            "BITS-Original-Request-URL",
            notifying(notice -> changingUrl(notice, url -> url.replaceFirst("(\\?|$)", "-other$1"))));

    static final Defect NOTIFICATION_WITHOUT_REQUEST_FILE = new Defect(
            "Notifications by reference do not say where the upload is",
            "BITS-Request-Data",
            notifying(notice ->
                    notice.without(BitsHeaders.REQUEST_DATA_ENTITY_NAME).without(BitsHeaders.REQUEST_DATA_FILE_NAME)));

    static final Defect NOTIFICATION_WITHOUT_RESPONSE_FILE = new Defect(
            "Notifications by reference do not say where the reply is to be written",
            "BITS-Response-Data",
            notifying(notice -> notice.without(BitsHeaders.RESPONSE_DATA_ENTITY_NAME)
                    .without(BitsHeaders.RESPONSE_DATA_FILE_NAME)));

    static final Defect NOTIFICATION_REQUEST_FILE_RELATIVE = new Defect(
            "Notifications by reference name the file of the upload without the folder that it is in",
            "BITS-Request-Data",
            notifying(notice -> notice.with(new HeaderFields(notice.headers().fields().stream()
                    .map(NotificationFaults::withoutFolder)
                    .toList()))));

    static final Defect NOTIFICATION_BY_REFERENCE_WITH_BODY = new Defect(
            "Notifications by reference have a body",
            "body",
            notifying(notice -> isByReference(notice) ? notice.with(FaultyValues.PAGE) : notice));

    static final Defect NOTIFICATION_BY_VALUE_WITH_FILES = new Defect(
            "Notifications by value have the headers that belong to those by reference",
            "BITS-Request-Data",
            notifying(notice -> isByReference(notice)
                    ? notice
                    : notice.with(BitsHeaders.REQUEST_DATA_ENTITY_NAME, "/nowhere/request")
                            .with(BitsHeaders.RESPONSE_DATA_ENTITY_NAME, "/nowhere/response")));

    static final Defect NOTIFICATION_LOSES_LAST_BYTE = new Defect(
            "The upload in notifications by value lacks its last byte",
            "body",
            notifying(notice -> notice.body().isEmpty()
                    ? notice
                    : notice.with(notice.body().slice(0, notice.body().length() - 1))));

    static final Defect NOTIFICATION_FLIPS_A_BIT = new Defect(
            "One bit of the upload in notifications by value is inverted",
            "body",
            notifying(notice -> notice.body().isEmpty()
                    ? notice
                    : notice.with(notice.body().withFlippedBit(notice.body().length() / 2))));

    static final Defect NOTIFICATION_CHUNKED = new Defect(
            "Notifications have no Content-Length; chunks frame their body",
            "Content-Length",
            notifying(notice -> notice.without(BitsHeaders.CONTENT_LENGTH).with("Transfer-Encoding", "chunked")));

    private NotificationFaults() {}

    private static boolean isByReference(NotificationRequest notice) {
        return notice.headers().contains(BitsHeaders.REQUEST_DATA_ENTITY_NAME)
                || notice.headers().contains(BitsHeaders.REQUEST_DATA_FILE_NAME);
    }

    private static HeaderField withoutFolder(HeaderField header) {
        return header.name().startsWith("BITS-Request-Data")
                ? new HeaderField(header.name(), header.value().replaceFirst("^.*[/\\\\]", ""))
                : header;
    }

    private static NotificationRequest changingUrl(NotificationRequest notice, UnaryOperator<String> how) {
        return notice.headers()
                .first(BitsHeaders.ORIGINAL_REQUEST_URL)
                .map(url -> notice.with(BitsHeaders.ORIGINAL_REQUEST_URL, how.apply(url)))
                .orElse(notice);
    }
}
