package org.bitsconformance.drive.scenario;

import java.time.Duration;
import java.util.Set;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Reply;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.target.UploadMode;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.http.Answer;

/** The reply to an upload, and its download (MC-BUP 2.2.7.2, 2.3, 3.5; Win32 http-requirements-for-bits-downloads). */
class ReplyScenarios {

    private static final long SIZE = 4000;

    /** A reply shorter than this has too few bytes for distinct ranges. */
    private static final int SHORTEST = 10;

    /** Long enough for the HTTP date to change, which has no fractions of a second. */
    private static final Duration A_SECOND_AND_MORE = Duration.ofMillis(2100);

    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final String RANGE = "Range";
    private static final String UNHEARD_OF = "X-Bits-Conformance-Unheard-Of";

    @Scenario(
            id = "reply-download",
            title = "The reply to an upload by GET and by HEAD, before Close-Session",
            rests = true,
            exercises = {
                "reply-url.last",
                "reply-url.others",
                "reply-url.downloadable",
                "download.http",
                "download.verbs",
                "download.content-length",
                "download.last-modified",
                "download.head",
                "close-session.status"
            })
    void download(Case parameters, BitsClient client) {
        Upload upload = replied(client);
        Reply reply = upload.reply();
        Answer whole = reply.get();
        stopUnlessJudged(reply, client);
        stopUnlessThere(whole, client);
        reply.head();
        client.rest(A_SECOND_AND_MORE);
        reply.get();
        upload.close();
    }

    @Scenario(
            id = "reply-range",
            title = "A range of the reply",
            exercises = {"download.range", "download.range.bytes"})
    void range(Case parameters, BitsClient client) {
        askForRange(parameters.text("range"), client);
    }

    @Scenario(
            id = "reply-ranges",
            title = "Two ranges of the reply at once",
            exercises = {
                "download.ranges",
                "download.ranges.order",
                "download.ranges.unmerged",
                "download.parts.headers",
                "download.parts.header-size",
                "download.parts.line-ends"
            })
    void ranges(Case parameters, BitsClient client) {
        askForRange(parameters.text("ranges"), client);
    }

    @Scenario(
            id = "reply-range-invalid",
            title = "A range that the reply does not have, or that is malformed",
            exercises = {"download.range.invalid"})
    void invalidRange(Case parameters, BitsClient client) {
        askForRange(parameters.text("range"), client);
    }

    @Scenario(
            id = "reply-unknown-header",
            title = "The reply by a GET with an unknown header field",
            exercises = {"download.header.unknown"})
    void unknownHeader(Case parameters, BitsClient client) {
        Reply reply = replied(client).reply();
        fetch(reply, client);
        ask(reply, UNHEARD_OF, "1");
    }

    @Scenario(
            id = "reply-after-close",
            title = "The reply after Close-Session",
            exercises = {"close-session.status", "close-session.reply"})
    void afterClose(Case parameters, BitsClient client) {
        Upload upload = replied(client);
        Reply reply = upload.reply();
        fetch(reply, client);
        upload.close();
        if (upload.isOpen()) {
            throw client.prerequisiteMissing("Close-Session was not answered with success");
        }
        lookForIt(reply, client);
    }

    @Scenario(
            id = "reply-after-cancel",
            title = "The reply after a Cancel-Session that comes after the last byte",
            exercises = {"cancel-session.reply"})
    void afterCancel(Case parameters, BitsClient client) {
        Upload upload = replied(client);
        Reply reply = upload.reply();
        fetch(reply, client);
        client.open(upload::cancel);
        if (upload.isOpen()) {
            throw client.notApplicable(
                    "Cancel-Session after the last byte was not answered with success, which the documents leave open");
        }
        lookForIt(reply, client);
    }

    /** An upload with all its bytes sent, in two fragments. */
    private static Upload replied(BitsClient client) {
        if (client.target().uploads().mode() != UploadMode.UPLOAD_REPLY) {
            throw client.notApplicable("the target does not declare mode: upload-reply, so there is no reply");
        }
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendRest(SIZE / 2);
        });
        return upload;
    }

    /** Fetches all of a reply, to be judged. */
    private static Answer fetch(Reply reply, BitsClient client) {
        stopUnlessJudged(reply, client);
        Answer whole = reply.get();
        stopUnlessThere(whole, client);
        if (!whole.complete()) {
            throw client.notApplicable("the reply is longer than the suite reads, or did not come whole");
        }
        return whole;
    }

    /** Asks for one or several ranges of a reply that was fetched before. */
    private static void askForRange(String range, BitsClient client) {
        Reply reply = replied(client).reply();
        ask(reply, RANGE, ReplyRange.of(range, length(reply, client)));
    }

    /** Asks again for a reply that was there; if it is missing now, a plain GET shows whether it is gone for good. */
    private static void ask(Reply reply, String name, String value) {
        int status = reply.getWith(name, value).status();
        if (GONE.contains(status)) {
            reply.get();
        }
    }

    private static long length(Reply reply, BitsClient client) {
        int length = fetch(reply, client).body().length();
        if (length < SHORTEST) {
            throw client.notApplicable("the reply has " + length + " bytes, but this case needs " + SHORTEST);
        }
        return length;
    }

    /** If the reply is still there, fetches the reply to another upload too, which shows whether each has its own URL. */
    private static void lookForIt(Reply reply, BitsClient client) {
        if (!reply.lookUntilGone()) {
            replied(client).reply().get();
        }
    }

    private static void stopUnlessJudged(Reply reply, BitsClient client) {
        if (!reply.ofTarget()) {
            throw client.notApplicable("the reply is on another host than the target, and is not judged");
        }
    }

    private static void stopUnlessThere(Answer whole, BitsClient client) {
        boolean elsewhere = whole.status() >= 300 && whole.status() < 400;
        if (elsewhere || FrontEnd.asksForCredentials(whole)) {
            throw client.notApplicable("the GET of the reply was answered " + whole.status());
        }
        if (whole.status() != 200) {
            throw client.prerequisiteMissing("the GET of the reply was answered " + whole.status());
        }
    }
}
