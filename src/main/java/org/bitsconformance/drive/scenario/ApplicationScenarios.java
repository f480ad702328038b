package org.bitsconformance.drive.scenario;

import java.time.Duration;
import java.util.List;
import org.bitsconformance.drive.application.ApplicationAnswer;
import org.bitsconformance.drive.client.Application;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.transcript.http.Payload;

/**
 * Uploads about which the target notifies the server application that the suite plays (MC-BUP 2.2.12, 2.2.13,
 * 3.2.5.1.3, 3.3; Win32 notification-protocol-for-server-applications).
 */
class ApplicationScenarios {

    private static final long SIZE = 4000;
    private static final long HALF = SIZE / 2;
    private static final long REPLY_SEED = 0x4E9;

    @Scenario(
            id = "notified-upload",
            title = "An upload about which a server application is notified",
            exercises = {
                "notification.sent",
                "notification.at-last-byte",
                "notification.before-ack",
                "notification.first-try",
                "notification.method",
                "notification.http",
                "notification.http-version",
                "notification.host",
                "notification.url",
                "notification.content-length",
                "notification.original-url",
                "notification.original-url.form",
                "notification.request-path",
                "notification.response-path",
                "notification.by-reference.body",
                "notification.by-value.body",
                "fragment.status.next",
                "close-session.status",
                "notification.copied"
            })
    void notified(Case parameters, BitsClient client) {
        Application application = notifying(client);
        long size = parameters.number("size");
        Upload upload = client.upload(size);
        client.setUp(upload::create);
        upload.sendRest(parameters.number("fragment"));
        application.await(0);
        upload.close();
        upload.destination().readBack();
    }

    @Scenario(
            id = "notified-query",
            title = "An upload to a URL with a query, about which a server application is notified",
            exercises = {"notification.url.query", "notification.original-url"})
    void query(Case parameters, BitsClient client) {
        notifying(client);
        Upload upload = client.uploads().named(SIZE, "*?account=" + parameters.text("account"));
        client.setUp(upload::create);
        upload.sendRest(SIZE);
        upload.close();
    }

    @Scenario(
            id = "nobody-notified",
            title = "An upload to a target that is declared to notify nobody",
            exercises = {"notification.none"})
    void nobody(Case parameters, BitsClient client) {
        Application application = client.application();
        if (application.notifies()) {
            throw client.notApplicable("the target declares that it notifies the server application");
        }
        Upload upload = client.upload(SIZE);
        client.setUp(upload::create);
        upload.sendRest(HALF);
        upload.close();
        application.await(0);
    }

    @Scenario(
            id = "copy-to-destination",
            title = "The server application asks for the upload at its destination, with a header of any value",
            exercises = {"notification.copied"})
    void copied(Case parameters, BitsClient client) {
        String value = parameters.text("value");
        notifying(client).answers(ApplicationAnswer.of(200).copying(value.equals("empty") ? "" : value));
        closed(client.upload(SIZE), client).destination().readBack();
    }

    @Scenario(
            id = "no-copy",
            title = "The server application does not ask for the upload at its destination",
            exercises = {"notification.not-copied"})
    void notCopied(Case parameters, BitsClient client) {
        notifying(client).answers(ApplicationAnswer.of(200));
        closed(client.upload(SIZE), client).destination().lookForNothing();
    }

    @Scenario(
            id = "static-reply-url",
            title = "The server application names its own URL for the reply",
            exercises = {"reply-url.static", "reply-url.static.kept"})
    void staticUrl(Case parameters, BitsClient client) {
        Application application = notifying(client);
        Upload upload = client.upload(SIZE);
        application.answers(ApplicationAnswer.of(200).replyingAt(application.replyUrl(upload, 0) + "?part=2"));
        closed(upload, client);
    }

    @Scenario(
            id = "static-reply-url-cancelled",
            title = "Cancel-Session after the server application has named its own URL for the reply",
            exercises = {"reply-url.static.kept"})
    void cancelledStaticUrl(Case parameters, BitsClient client) {
        Application application = notifying(client);
        Upload upload = client.upload(SIZE);
        application.answers(ApplicationAnswer.of(200).replyingAt(application.replyUrl(upload, 0)));
        cancelled(upload, client);
    }

    @Scenario(
            id = "static-reply-url-empty",
            title = "The server application sends an empty URL for the reply",
            exercises = {"reply-url.static.empty"})
    void emptyStaticUrl(Case parameters, BitsClient client) {
        Application application = notifying(client);
        application.answers(application.usual().replyingAt(""));
        Upload upload = client.upload(SIZE);
        client.setUp(upload::create);
        upload.sendUpTo(HALF, HALF);
        if (upload.fragment(HALF, SIZE - 1).success()) {
            upload.close();
        }
    }

    @Scenario(
            id = "application-late",
            title = "The server application answers late",
            exercises = {"notification.before-ack", "notification.first-try", "fragment.status.next"})
    void late(Case parameters, BitsClient client) {
        Application application = notifying(client);
        application.answers(application.usual().after(Duration.ofMillis(parameters.number("delay"))));
        closed(client.upload(SIZE), client);
    }

    @Scenario(
            id = "last-fragment-again",
            title = "The last fragment is sent again after the server application was notified",
            exercises = {"notification.once", "reply-url.again"})
    void again(Case parameters, BitsClient client) {
        notifying(client);
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendRest(HALF);
        });
        upload.fragment(HALF, SIZE - 1);
        upload.close();
    }

    @Scenario(
            id = "reply-content",
            title = "The reply of the server application, as the client downloads it",
            exercises = {"reply-url.downloadable", "notification.by-value.reply", "notification.by-reference.reply"})
    void replyContent(Case parameters, BitsClient client) {
        Application application = notifying(client);
        if (application.byReference() && !application.reachesFiles()) {
            throw client.notApplicable("the files that the target hands over cannot be reached (notification.files)");
        }
        Payload content = new Payload(REPLY_SEED, parameters.number("reply"));
        application.answers(ApplicationAnswer.of(200).replying(content));
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendRest(HALF);
        });
        upload.reply().get();
        upload.close();
    }

    @Scenario(
            id = "replies-side-by-side",
            title = "The replies to two uploads whose sessions are open at once",
            exercises = {"reply-url.downloadable", "notification.by-value.reply", "notification.by-reference.reply"})
    void repliesSideBySide(Case parameters, BitsClient client) {
        Application application = notifying(client);
        if (application.byReference() && !application.reachesFiles()) {
            throw client.notApplicable("the files that the target hands over cannot be reached (notification.files)");
        }
        List<Upload> uploads = List.of(client.upload(SIZE), client.upload(SIZE));
        for (int i = 0; i < uploads.size(); i++) {
            Upload upload = uploads.get(i);
            application.answers(ApplicationAnswer.of(200).replying(new Payload(REPLY_SEED + i, SIZE)));
            client.setUp(() -> {
                upload.create();
                upload.sendRest(HALF);
            });
        }
        uploads.forEach(upload -> upload.reply().get());
        uploads.forEach(Upload::close);
    }

    @Scenario(
            id = "files-removed",
            title = "The files that were passed by reference are gone after the session has ended",
            exercises = {"notification.request-path", "notification.files-removed"})
    void filesRemoved(Case parameters, BitsClient client) {
        Application application = reachingFiles(client);
        application.answers(ApplicationAnswer.of(200).replying(new Payload(REPLY_SEED, SIZE)));
        Upload upload = client.upload(SIZE);
        client.setUp(upload::create);
        upload.sendRest(HALF);
        upload.close();
        application.lookAtFiles();
        upload.destination().lookForNothing();
    }

    @Scenario(
            id = "files-removed-by-cancel",
            title = "The files that were passed by reference are gone after the session was cancelled",
            exercises = {"notification.files-removed"})
    void filesRemovedByCancel(Case parameters, BitsClient client) {
        Application application = reachingFiles(client);
        application.answers(ApplicationAnswer.of(200).replying(new Payload(REPLY_SEED, SIZE)));
        cancelled(client.upload(SIZE), client);
        application.lookAtFiles();
    }

    @Scenario(
            id = "stored-upload-gone",
            title = "The file that the server keeps an upload in is removed before Close-Session",
            exercises = {"close-session.entity-gone"})
    void storedUploadGone(Case parameters, BitsClient client) {
        Application application = reachingFiles(client);
        application.takesUploads();
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendRest(HALF);
        });
        client.open(upload::close);
        upload.destination().lookForNothing();
    }

    /** The server application, for a target that notifies one. */
    static Application notifying(BitsClient client) {
        Application application = client.application();
        if (!application.notifies()) {
            throw client.notApplicable("the target declares that it notifies nobody");
        }
        return application;
    }

    private static Application reachingFiles(BitsClient client) {
        Application application = notifying(client);
        if (!application.reachesFiles()) {
            throw client.notApplicable("the target hands nothing over by reference, or its files cannot be reached"
                    + " (notification.files)");
        }
        return application;
    }

    /** Cancels an upload after all its bytes have been sent, which a server may refuse. */
    private static void cancelled(Upload upload, BitsClient client) {
        client.setUp(() -> {
            upload.create();
            upload.sendRest(HALF);
        });
        client.open(upload::cancel);
        if (upload.isOpen()) {
            throw client.notApplicable(
                    "Cancel-Session after the last byte was not answered with success, which the documents leave open");
        }
    }

    private static Upload closed(Upload upload, BitsClient client) {
        client.setUp(upload::create);
        upload.sendRest(HALF);
        upload.close();
        return upload;
    }
}
