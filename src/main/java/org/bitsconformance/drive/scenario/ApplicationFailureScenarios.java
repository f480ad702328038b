package org.bitsconformance.drive.scenario;

import java.time.Duration;
import org.bitsconformance.drive.application.ApplicationAnswer;
import org.bitsconformance.drive.client.Application;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.transcript.Notification.Conduct;
import org.bitsconformance.transcript.http.Answer;

/**
 * Uploads whose notification fails: the server application refuses them, cannot be reached, or answers in a way it must
 * not (MC-BUP 3.2.5.1.3, 3.3.5, 3.3.6; Win32 handling-server-application-errors).
 */
class ApplicationFailureScenarios {

    private static final long SIZE = 4000;
    private static final long HALF = SIZE / 2;

    @Scenario(
            id = "static-reply-url-relative",
            title = "The server application names a relative URL for the reply",
            exercises = {"back-end.answer.checked", "back-end.answer.invalid.status", "back-end.answer.invalid.code"})
    void relativeStaticUrl(Case parameters, BitsClient client) {
        ApplicationScenarios.notifying(client).answers(ApplicationAnswer.of(200).replyingAt(parameters.text("url")));
        lastFragment(client.upload(SIZE), client);
    }

    @Scenario(
            id = "static-reply-url-long",
            title = "The server application names a URL for the reply that is too long",
            exercises = {"refusal.reply-url-too-long", "refusal.reply-url-too-long.code"})
    void longStaticUrl(Case parameters, BitsClient client) {
        Application application = ApplicationScenarios.notifying(client);
        Upload upload = client.upload(SIZE);
        int length = (int) parameters.number("length");
        application.answers(ApplicationAnswer.of(200).replyingAt(application.replyUrl(upload, length)));
        lastFragment(upload, client);
    }

    @Scenario(
            id = "application-error",
            title = "The server application answers with an error, and the last fragment is sent again",
            exercises = {
                "notification.refused",
                "error.context.application",
                "notification.session-stays",
                "notification.again"
            })
    void error(Case parameters, BitsClient client) {
        failed(client, ApplicationAnswer.of((int) parameters.number("status")));
    }

    @Scenario(
            id = "application-forbids",
            title = "The server application answers 403, and the last fragment is sent again",
            exercises = {"notification.refused", "notification.again.403", "notification.session-stays"})
    void forbidden(Case parameters, BitsClient client) {
        failed(client, ApplicationAnswer.of(403));
    }

    @Scenario(
            id = "application-redirects",
            title = "The server application answers 302 without a Location, which is not a success",
            exercises = {"notification.refused"})
    void redirected(Case parameters, BitsClient client) {
        ApplicationScenarios.notifying(client).answers(ApplicationAnswer.of(302));
        lastFragment(client.upload(SIZE), client);
    }

    @Scenario(
            id = "application-unreachable",
            title = "The server application resets the connection before it reads the notification",
            exercises = {"notification.unsent", "notification.again", "notification.session-stays"})
    void unreachable(Case parameters, BitsClient client) {
        failed(client, ApplicationAnswer.of(200).by(Conduct.HUNG_UP));
    }

    @Scenario(
            id = "application-unanswering",
            title = "The server application sends an answer that is not HTTP, and ends the connection",
            exercises = {"notification.unanswered", "notification.again", "notification.session-stays"})
    void unanswering(Case parameters, BitsClient client) {
        failed(
                client,
                ApplicationAnswer.of(200)
                        .by(
                                switch (parameters.text("conduct")) {
                                    case "reset" -> Conduct.RESET;
                                    case "close" -> Conduct.CLOSED;
                                    default -> Conduct.NOT_HTTP;
                                }));
    }

    @Scenario(
            id = "application-breaks-off",
            title = "The server application breaks off in the body of its answer",
            exercises = {"notification.by-value.cut", "notification.session-stays"})
    void cutShort(Case parameters, BitsClient client) {
        Application application = ApplicationScenarios.notifying(client);
        if (application.byReference()) {
            throw client.notApplicable("the target passes uploads by reference, the reply is not in the answer");
        }
        failed(client, application.usual().by(Conduct.CUT_SHORT));
    }

    @Scenario(
            id = "application-in-old-http",
            title = "The server application answers in HTTP/1.0",
            exercises = {
                "back-end.answer.http-version",
                "back-end.answer.invalid.status",
                "back-end.answer.invalid.code"
            })
    void oldHttp(Case parameters, BitsClient client) {
        Application application = ApplicationScenarios.notifying(client);
        application.answers(application.usual().by(Conduct.OLD_HTTP));
        lastFragment(client.upload(SIZE), client);
    }

    @Scenario(
            id = "application-silent",
            title = "The server application never answers",
            rests = true,
            exercises = {
                "back-end.timeout",
                "back-end.timeout.transient",
                "back-end.timeout.status",
                "back-end.timeout.code",
                "error.context.application"
            })
    void silent(Case parameters, BitsClient client) {
        Application application = ApplicationScenarios.notifying(client);
        Duration patience = application
                .patienceOfTarget()
                .orElseThrow(() ->
                        client.notApplicable("the target does not declare how long it waits for a server application"
                                + " (notification.timeout)"));
        if (patience.compareTo(client.target().requests().timeout()) >= 0) {
            throw client.notApplicable("the target waits for a server application for " + patience.toMillis()
                    + " ms, the suite for an Ack for "
                    + client.target().requests().timeout().toMillis() + " ms; see --timeout");
        }
        application.answers(ApplicationAnswer.of(200).by(Conduct.SILENT));
        lastFragment(client.upload(SIZE), client);
    }

    /** Sends the fragment with the last byte; the documents leave open what happens to it. */
    private static Answer lastFragment(Upload upload, BitsClient client) {
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(HALF, HALF);
        });
        return lastFragmentAgain(upload, client);
    }

    private static Answer lastFragmentAgain(Upload upload, BitsClient client) {
        return client.openly(() -> upload.fragment(HALF, SIZE - 1));
    }

    /** Fails the first time; then everything goes well. */
    private static void failed(BitsClient client, ApplicationAnswer failure) {
        Application application = ApplicationScenarios.notifying(client);
        Upload upload = client.upload(SIZE);
        application.answers(failure);
        lastFragment(upload, client);
        application.answers(application.usual());
        if (lastFragmentAgain(upload, client).success()) {
            upload.close();
        }
    }
}
