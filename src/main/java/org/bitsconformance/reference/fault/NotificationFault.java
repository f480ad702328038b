package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.notifying;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.NotificationRequest;

/** Faults in whether, when and how a server application is notified. They show if there is one. */
public enum NotificationFault implements Fault {
    NOTIFICATION_NEVER_SENT(
            "The server application is not notified, and taken to have agreed",
            "notif",
            lapsing(Misbehaviour.NOTIFIES_NOBODY)),

    NOTIFICATION_THOUGH_OFF(
            "A server application is notified although notification is turned off",
            "notify nobody",
            lapsing(Misbehaviour.NOTIFIES_THOUGH_OFF)),

    NOTIFICATION_TO_OTHER_PATH(
            "Notifications go to another path than that of the notification URL",
            "notif",
            notifying(notice -> notice.withTarget(notice.target().replaceFirst("^[^?]*", "/elsewhere")))),

    NOTIFICATION_BY_PUT("Notifications are sent with PUT", "POST", notifying(notice -> notice.withVerb("PUT"))),

    NOTIFICATION_AT_FIRST_FRAGMENT(
            "The server application is notified at the first Fragment, and not at the last",
            "notif",
            lapsing(Misbehaviour.NOTIFIES_EARLY)),

    NOTIFICATION_AT_CLOSE(
            "The server application is notified at Close-Session, long after the Ack to the last Fragment",
            "notif",
            lapsing(Misbehaviour.NOTIFIES_AT_CLOSE)),

    NOTIFICATION_AFTER_ACK(
            "The last Fragment is acknowledged before the server application is notified",
            "before the server application",
            lapsing(Misbehaviour.NOTIFIES_LATER)),

    NOTIFICATION_SENT_TWICE("Every notification is sent twice", "notif", lapsing(Misbehaviour.NOTIFIES_TWICE)),

    NOTIFICATION_AGAIN_AT_CLOSE(
            "The server application is notified again at Close-Session",
            "again when the session ended",
            lapsing(Misbehaviour.NOTIFIES_AT_CLOSE_TOO)),

    NOTIFICATION_AGAIN_AFTER_SUCCESS(
            "A repeated last Fragment is notified again after the server application accepted the upload",
            "notif",
            lapsing(Misbehaviour.NOTIFIES_AGAIN)),

    NOTIFICATION_NOT_AGAIN_AFTER_ERROR(
            "A last Fragment repeated after its notification failed is acknowledged but not notified",
            "notif",
            lapsing(Misbehaviour.NOTIFIES_ONCE)),

    NOTIFICATION_AGAIN_AFTER_403(
            "A repeated last Fragment is notified again after 403; shows with --dialect win32",
            "403",
            lapsing(Misbehaviour.NOTIFIES_AFTER_403)),

    NOTIFICATION_FAILURE_ENDS_SESSION(
            "A session whose notification failed is gone", "notif", lapsing(Misbehaviour.ENDS_FAILED_SESSIONS)),

    NOTIFICATION_WITHOUT_QUERY(
            "The query of the URL of an upload is not appended to the notification URL",
            "query",
            notifying(notice -> notice.withQuery(Optional.empty()))),

    NOTIFICATION_WITHOUT_ORIGINAL_URL(
            "Notifications do not say which URL was uploaded to",
            "BITS-Original-Request-URL",
            notifying(notice -> notice.without(BitsHeaders.ORIGINAL_REQUEST_URL))),

    NOTIFICATION_ORIGINAL_URL_RELATIVE(
            "Notifications have the path of the upload instead of its URL",
            "BITS-Original-Request-URL",
            notifying(notice -> changingUrl(notice, url -> url.replaceFirst("^http://[^/]*", "")))),

    NOTIFICATION_ORIGINAL_URL_OF_OTHER(
            "Notifications name another URL than was uploaded to",
            "BITS-Original-Request-URL",
            notifying(notice -> changingUrl(notice, url -> url.replaceFirst("(\\?|$)", "-other$1")))),

    NOTIFICATION_WITHOUT_REQUEST_FILE(
            "Notifications by reference do not say where the upload is",
            "BITS-Request-Data",
            notifying(notice ->
                    notice.without(BitsHeaders.REQUEST_DATA_ENTITY_NAME).without(BitsHeaders.REQUEST_DATA_FILE_NAME))),

    NOTIFICATION_WITHOUT_RESPONSE_FILE(
            "Notifications by reference do not say where the reply is to be written",
            "BITS-Response-Data",
            notifying(notice -> notice.without(BitsHeaders.RESPONSE_DATA_ENTITY_NAME)
                    .without(BitsHeaders.RESPONSE_DATA_FILE_NAME))),

    NOTIFICATION_REQUEST_FILE_RELATIVE(
            "Notifications by reference name the file of the upload without the folder that it is in",
            "BITS-Request-Data",
            notifying(notice -> notice.with(new HeaderFields(notice.headers().fields().stream()
                    .map(NotificationFault::withoutFolder)
                    .toList())))),

    NOTIFICATION_BY_REFERENCE_WITH_BODY(
            "Notifications by reference have a body",
            "body",
            notifying(notice -> isByReference(notice) ? notice.with(FaultyValues.PAGE) : notice)),

    NOTIFICATION_BY_VALUE_WITH_FILES(
            "Notifications by value have the headers that belong to those by reference",
            "BITS-Request-Data",
            notifying(notice -> isByReference(notice)
                    ? notice
                    : notice.with(BitsHeaders.REQUEST_DATA_ENTITY_NAME, "/nowhere/request")
                            .with(BitsHeaders.RESPONSE_DATA_ENTITY_NAME, "/nowhere/response"))),

    NOTIFICATION_LOSES_LAST_BYTE(
            "The upload in notifications by value lacks its last byte",
            "body",
            notifying(notice -> notice.body().isEmpty()
                    ? notice
                    : notice.with(notice.body().slice(0, notice.body().length() - 1)))),

    NOTIFICATION_FLIPS_A_BIT(
            "One bit of the upload in notifications by value is inverted",
            "body",
            notifying(notice -> notice.body().isEmpty()
                    ? notice
                    : notice.with(notice.body().withFlippedBit(notice.body().length() / 2)))),

    NOTIFICATION_CHUNKED(
            "Notifications have no Content-Length; chunks frame their body",
            "Content-Length",
            notifying(notice -> notice.without(BitsHeaders.CONTENT_LENGTH).with("Transfer-Encoding", "chunked")));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    NotificationFault(String title, String tellTale, Conduct conduct) {
        this.defect = new Defect(title, tellTale, conduct);
    }

    @Override
    public Defect defect() {
        return defect;
    }

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
