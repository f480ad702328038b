package org.bitsconformance.drive.scenario;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;

/** Consecutive fragments, and sessions side by side (MC-BUP 2.2.6, 3.2.5.1.2; Win32 fragment). */
class FragmentScenarios {

    private static final long FIVE_GIB = 5L << 30;
    private static final long SIZE = 4000;

    /** How many bytes to send at most when testing whether the target enforces a limit. */
    private static final long NEAR = 4L << 20;

    private static final long AT_ONCE = 1L << 20;

    @Scenario(
            id = "upload-in-fragments",
            about = {Subject.CONNECTIONS, Subject.FRAGMENTS},
            title = "A whole upload in consecutive fragments, over one connection or a new one for each packet",
            exercises = {
                "fragment.status.next",
                "fragment.received-range",
                "fragment.received-range.form",
                "fragment.received-range.value",
                "fragment.reply-url.absent",
                "session-id.echoed",
                "session-id.same",
                "close-session.status",
                "delivery.complete"
            })
    void inOrder(Case parameters, BitsClient client) {
        long size = parameters.number("size");
        long fragment = parameters.number("fragment");
        boolean anew = parameters.text("connection").equals("new");
        Upload upload = client.upload(size);
        client.setUp(upload::create);
        for (long end = Math.min(fragment, size); upload.nextOffset() < size; end = Math.min(end + fragment, size)) {
            if (anew) {
                client.newConnection();
            }
            upload.sendUpTo(end, fragment);
        }
        if (anew) {
            client.newConnection();
        }
        upload.close();
        upload.destination().readBack();
    }

    @Scenario(
            id = "large-total",
            title = "The first fragment of an upload that declares 5 GiB",
            exercises = {"fragment.status.next", "fragment.received-range.value", "cancel-session.status"})
    void largeTotal(Case parameters, BitsClient client) {
        Upload upload = client.upload(FIVE_GIB);
        client.setUp(upload::create);
        upload.fragment(0, SIZE - 1);
        upload.cancel();
    }

    @Scenario(
            id = "far-offset",
            title = "A fragment so far ahead that a 32-bit offset wraps around; then one from the right offset",
            exercises = {
                "fragment.status.gap",
                "fragment.status.next",
                "fragment.received-range.value",
                "cancel-session.status"
            })
    void farOffset(Case parameters, BitsClient client) {
        long offset = parameters.number("offset");
        Upload upload = client.upload(FIVE_GIB);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(parameters.number("sent"), SIZE);
        });
        upload.fragment(offset, offset + SIZE - 1);
        upload.fragment(upload.nextOffset(), upload.nextOffset() + SIZE - 1);
        upload.cancel();
    }

    @Scenario(
            id = "interleaved-sessions",
            about = {Subject.CONNECTIONS, Subject.FRAGMENTS},
            title = "Several uploads at once over one connection, one fragment of each in turn",
            exercises = {
                "create-session.status",
                "fragment.status.next",
                "fragment.received-range.value",
                "close-session.status",
                "delivery.complete"
            })
    void interleaved(Case parameters, BitsClient client) {
        List<Upload> uploads = new ArrayList<>();
        for (long i = 0; i < parameters.number("sessions"); i++) {
            uploads.add(client.upload(SIZE));
        }
        uploads.forEach(Upload::create);
        for (long end = SIZE / 4; end <= SIZE; end += SIZE / 4) {
            for (Upload upload : uploads) {
                upload.sendUpTo(end, SIZE / 4);
            }
        }
        uploads.forEach(Upload::close);
        uploads.forEach(upload -> upload.destination().readBack());
    }

    @Scenario(
            id = "upload-over-limit",
            title = "An upload larger than the target's declared limit; sent to its end if that is near",
            exercises = {"directory.maximum-upload-size", "refusal.too-large.file"})
    void overLimit(Case parameters, BitsClient client) {
        long most = client.target()
                .uploads()
                .largest()
                .orElseThrow(() -> client.notApplicable("the target declares no maxUpload"));
        Upload upload = client.uploads().overLimit(most + 1);
        client.setUp(upload::create);
        long fragment = Math.min(
                Math.min(most, AT_ONCE),
                client.target().uploads().largestFragment().orElse(AT_ONCE));
        client.beyond(() -> {
            if (most > NEAR) {
                upload.fragment(0, fragment - 1);
            } else {
                sendWhileTaken(upload, fragment);
            }
        });
    }

    private static void sendWhileTaken(Upload upload, long fragment) {
        boolean taken = true;
        while (taken && upload.nextOffset() < upload.size()) {
            long next = upload.nextOffset();
            taken = upload.fragment(next, Math.min(next + fragment, upload.size()) - 1)
                            .success()
                    && upload.nextOffset() > next;
        }
        if (taken) {
            upload.close();
        }
    }
}
