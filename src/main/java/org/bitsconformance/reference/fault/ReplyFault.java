package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.hearing;
import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.overlooking;
import static org.bitsconformance.reference.fault.Deviations.rewriting;
import static org.bitsconformance.reference.fault.Deviations.setting;

import java.util.function.Predicate;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.server.Ack;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.Refusal;

/** Faults in how the server application's answer is used: the reply, its URL, and the upload at its destination. */
public enum ReplyFault implements Fault {
    REPLY_URL_MISSING(
            "The Ack to the last Fragment does not say where the reply is, until the Fragment is repeated",
            "BITS-Reply-URL",
            lapsing(Misbehaviour.NAMES_REPLIES_LATE)),

    REPLY_URL_NOT_REPEATED(
            "The Ack to a repeated last Fragment does not say where the reply is",
            "BITS-Reply-URL",
            lapsing(Misbehaviour.NAMES_REPLIES_ONCE)),

    REPLY_URL_ON_EVERY_FRAGMENT(
            "The Acks to all Fragments say where a reply is",
            "BITS-Reply-URL",
            setting(
                    When.accepted(PacketType.FRAGMENT).and(namesReply().negate()),
                    BitsHeaders.REPLY_URL,
                    "http://127.0.0.1/reply")),

    REPLY_URL_OVER_4_KB(
            "The URL of a reply has over 4096 characters",
            "BITS-Reply-URL",
            rewriting(
                    namesReply(),
                    ack -> ack.answer().with(BitsHeaders.REPLY_URL, urlIn(ack) + "?" + "x".repeat(4096)))),

    REPLY_IN_ACK(
            "The Ack to the last Fragment has a reply for a body",
            "body",
            rewriting(namesReply(), ack -> ack.answer().with(FaultyValues.PAGE))),

    REPLY_NOT_DOWNLOADABLE("There is nothing at the URL of a reply", "404", lapsing(Misbehaviour.KEEPS_NO_REPLIES)),

    REPLY_LOSES_LAST_BYTE(
            "The reply lacks the last byte of what the server application gave",
            "bytes",
            hearing(said -> said.body().isEmpty()
                    ? said
                    : said.with(said.body().slice(0, said.body().length() - 1)))),

    REPLY_SHARED_BY_ALL(
            "All uploads have one reply, which is the last one that was given",
            "reply",
            lapsing(Misbehaviour.SHARES_REPLIES)),

    REPLY_GONE_AFTER_GET(
            "A reply is gone when it has been downloaded", "404", lapsing(Misbehaviour.SERVES_REPLIES_ONCE)),

    REPLY_FILE_IGNORED(
            "The file that the server application wrote the reply into is not looked at",
            "reply",
            lapsing(Misbehaviour.IGNORES_REPLY_FILES)),

    REPLY_STAYS_AFTER_CLOSE(
            "A reply stays after Close-Session", "Close-Session", lapsing(Misbehaviour.KEEPS_CLOSED_REPLIES)),

    REPLY_STAYS_AFTER_CANCEL(
            "A reply stays after Cancel-Session", "Cancel-Session", lapsing(Misbehaviour.KEEPS_CANCELLED_REPLIES)),

    STATIC_REPLY_URL_IGNORED(
            "A URL that the server application names for the reply is passed over",
            "BITS-Static-Response-URL",
            lapsing(Misbehaviour.IGNORES_STATIC_URLS)),

    STATIC_REPLY_URL_EMPTY_TAKEN(
            "An empty BITS-Static-Response-URL is used as the URL of the reply",
            "BITS-Reply-URL",
            lapsing(Misbehaviour.TAKES_EMPTY_STATIC_URLS)),

    STATIC_REPLY_URL_EMPTY_REFUSED(
            "An empty BITS-Static-Response-URL is refused as a relative one is",
            "BITS-Static-Response-URL",
            hearing(said -> said.headers()
                            .first(BitsHeaders.STATIC_RESPONSE_URL)
                            .filter(String::isEmpty)
                            .isPresent()
                    ? said.with(Refusal.REPLY_URL_RELATIVE)
                    : said)),

    STATIC_REPLY_URL_WITHOUT_QUERY(
            "The query of a URL that the server application names for the reply is cut off",
            "BITS-Static-Response-URL",
            hearing(said -> said.headers()
                    .first(BitsHeaders.STATIC_RESPONSE_URL)
                    .map(url -> said.with(
                            said.headers().with(BitsHeaders.STATIC_RESPONSE_URL, url.replaceFirst("\\?.*$", ""))))
                    .orElse(said))),

    STATIC_REPLY_URL_TOO_LONG_ACCEPTED(
            "A URL of over 2200 characters that the server application names for the reply is passed on",
            "400",
            overlooking(Refusal.REPLY_URL_TOO_LONG)),

    STATIC_REPLY_URL_TOO_LONG_OTHER_CODE(
            "The last Fragment is answered with 0x80004005 if the URL for the reply is too long",
            "0x80070057",
            rewriting(When.refusedFor(Refusal.REPLY_URL_TOO_LONG), FaultyValues::withUnspecificError)),

    STATIC_REPLY_URL_RELATIVE_ACCEPTED(
            "A relative URL that the server application names for the reply is passed on",
            "relative",
            overlooking(Refusal.REPLY_URL_RELATIVE)),

    STATIC_REPLY_DELETED(
            "What the server application named for the reply is deleted at Close-Session",
            "DELETE",
            lapsing(Misbehaviour.DELETES_STATIC_REPLIES)),

    STATIC_REPLY_DELETED_BY_CANCEL(
            "What the server application named for the reply is deleted at Cancel-Session",
            "DELETE",
            lapsing(Misbehaviour.DELETES_CANCELLED_STATIC_REPLIES)),

    COPY_HEADER_IGNORED(
            "An upload never appears at its URL if a server application is notified of it",
            "404",
            hearing(said -> said.with(said.headers().without(BitsHeaders.COPY_FILE_TO_DESTINATION)))),

    COPY_HEADER_NEEDS_TRUE(
            "BITS-Copy-File-To-Destination counts only with the value true",
            "404",
            hearing(said -> said.headers()
                            .first(BitsHeaders.COPY_FILE_TO_DESTINATION)
                            .filter("true"::equalsIgnoreCase)
                            .isPresent()
                    ? said
                    : said.with(said.headers().without(BitsHeaders.COPY_FILE_TO_DESTINATION)))),

    COPY_WITHOUT_BEING_ASKED(
            "An upload appears at its URL although the server application did not ask for that",
            "did not ask for a copy",
            hearing(said -> said.with(said.headers().with(BitsHeaders.COPY_FILE_TO_DESTINATION, "")))),

    DATA_FILES_LEFT(
            "The files of a notification by reference are left when its session ends",
            "file",
            lapsing(Misbehaviour.LEAVES_DATA_FILES)),

    DATA_FILES_LEFT_BY_CANCEL(
            "The files of a notification by reference are left when its session is cancelled",
            "file",
            lapsing(Misbehaviour.LEAVES_CANCELLED_DATA_FILES)),

    REQUEST_FILE_GONE_ACCEPTED(
            "Close-Session is answered 200 although the file of the upload was deleted",
            "404",
            overlooking(Refusal.REQUEST_FILE_GONE));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    ReplyFault(String title, String tellTale, Conduct conduct) {
        this.defect = new Defect(title, tellTale, conduct);
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Predicate<Ack> namesReply() {
        return ack -> ack.answer().headers().contains(BitsHeaders.REPLY_URL);
    }

    private static String urlIn(Ack ack) {
        return ack.answer().headers().first(BitsHeaders.REPLY_URL).orElse("");
    }
}
