package org.bitsconformance.drive.scenario;

import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Outgoing;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;

/**
 * Fragments out of order, and fragments with something wrong. Each upload then goes on from the offset that the server
 * named, to the end, so that the delivered bytes can be compared (MC-BUP 3.2.5.2.6; Win32 fragment).
 */
class OutOfOrderScenarios {

    private static final long SIZE = 4000;
    private static final long SENT = 1000;

    @Scenario(
            id = "upload-gap",
            title = "A fragment that leaves a gap; then the rest, from the offset that the server names",
            exercises = {
                "fragment.status.gap",
                "fragment.received-range",
                "fragment.received-range.value",
                "close-session.status",
                "delivery.complete"
            })
    void gap(Case parameters, BitsClient client) {
        long before = parameters.number("before");
        long gap = parameters.number("gap");
        long rest = parameters.number("rest");
        Upload upload = client.upload(before + gap + rest);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(before, before);
        });
        upload.fragment(before + gap, before + gap + rest - 1);
        finish(upload);
    }

    @Scenario(
            id = "upload-gap-inside",
            title = "A fragment that leaves a gap and is not the last; then the rest, from the offset that the server "
                    + "names",
            exercises = {
                "fragment.status.gap",
                "fragment.received-range",
                "fragment.received-range.value",
                "close-session.status",
                "delivery.complete"
            })
    void gapInside(Case parameters, BitsClient client) {
        Upload upload = begun(client);
        upload.fragment(parameters.number("first"), parameters.number("last"));
        finish(upload);
    }

    @Scenario(
            id = "overlap",
            title = "A fragment that overlaps what has arrived; then the rest, from the offset that the server names",
            exercises = {
                "fragment.status.overlap",
                "fragment.received-range",
                "fragment.received-range.value",
                "close-session.status",
                "delivery.complete"
            })
    void overlap(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(parameters.number("sent"), SENT);
        });
        upload.fragment(parameters.number("first"), parameters.number("last"));
        finish(upload);
    }

    @Scenario(
            id = "overlap-other-bytes",
            title = "A fragment with different bytes for a range that has already arrived; if it is accepted, then the "
                    + "rest",
            exercises = {"fragment.overlap.kept"})
    void overlapOfOtherBytes(Case parameters, BitsClient client) {
        if (client.target().declared().notification().isPresent()) {
            throw client.notApplicable("the server application has the upload, and it cannot be read back");
        }
        long sent = parameters.number("sent");
        long first = parameters.number("first");
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(sent, SENT);
        });
        Answer answer = client.openly(() -> upload.fragmenting(first, parameters.number("last"))
                .altering(Math.toIntExact(sent - first))
                .send());
        if (answer.status() != 200) {
            throw client.notApplicable("the fragment with other bytes was answered " + answer.status()
                    + ", so that it may change nothing");
        }
        finish(upload);
    }

    @Scenario(
            id = "bad-content-range",
            title = "A fragment with a missing or malformed Content-Range, or one past its total; then the right one "
                    + "and the rest",
            exercises = {"fragment.content-range.invalid", "error.code", "close-session.status", "delivery.complete"})
    void badContentRange(Case parameters, BitsClient client) {
        long sent = parameters.number("sent");
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(sent, SENT);
        });
        Outgoing packet =
                upload.fragmenting(sent, sent + parameters.number("body") - 1).without(BitsHeaders.CONTENT_RANGE);
        (parameters.text("header").equals("missing")
                        ? packet
                        : packet.with(BitsHeaders.CONTENT_RANGE, parameters.text("range")))
                .send();
        finish(upload);
    }

    @Scenario(
            id = "content-range-spelling",
            title = "A whole upload whose second range has leading zeros, which change nothing",
            exercises = {
                "fragment.status.next",
                "fragment.received-range.value",
                "close-session.status",
                "delivery.complete"
            })
    void contentRangeSpelling(Case parameters, BitsClient client) {
        Upload upload = begun(client);
        upload.fragmenting(SENT, SIZE - 1)
                .replacing(BitsHeaders.CONTENT_RANGE, parameters.text("range"))
                .send();
        finish(upload);
    }

    @Scenario(
            id = "odd-content-range",
            title = "A fragment with a Content-Range that HTTP allows but nobody sends: the answer is only reported",
            exercises = {"answer.sent"})
    void oddContentRange(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(upload::create);
        upload.fragmenting(0, SENT - 1)
                .replacing(BitsHeaders.CONTENT_RANGE, parameters.text("range"))
                .send();
    }

    @Scenario(
            id = "fragment-length",
            title = "A fragment whose range is longer or shorter than its body; then the right one and the rest",
            exercises = {"fragment.length", "error.code", "close-session.status", "delivery.complete"})
    void length(Case parameters, BitsClient client) {
        Upload upload = begun(client);
        upload.fragmenting(SENT, 2 * SENT - 1)
                .replacing(BitsHeaders.CONTENT_RANGE, parameters.text("range"))
                .send();
        finish(upload);
    }

    @Scenario(
            id = "fragment-total",
            title = "A fragment whose total differs from the earlier one; then the right one and the rest",
            exercises = {"fragment.total", "error.code", "close-session.status", "delivery.complete"})
    void total(Case parameters, BitsClient client) {
        Upload upload = begun(client);
        upload.fragmenting(SENT, 2 * SENT - 1)
                .replacing(
                        BitsHeaders.CONTENT_RANGE,
                        "bytes " + SENT + "-" + (2 * SENT - 1) + "/" + parameters.text("total"))
                .send();
        finish(upload);
    }

    @Scenario(
            id = "fragment-encoded",
            title = "A fragment with a Content-Encoding that the server did not offer: the answer is only reported",
            exercises = {"answer.sent"})
    void encoded(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(upload::create);
        upload.fragmenting(0, SIZE - 1)
                .with(BitsHeaders.CONTENT_ENCODING, parameters.text("encoding"))
                .send();
    }

    private static Upload begun(BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(SENT, SENT);
        });
        return upload;
    }

    private static void finish(Upload upload) {
        upload.sendRest(upload.size());
        upload.close();
        upload.destination().readBack();
    }
}
