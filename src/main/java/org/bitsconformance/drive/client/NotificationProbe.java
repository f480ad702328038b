package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.Optional;
import org.bitsconformance.drive.application.ApplicationAnswer;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * Finds out, with a small upload before the first case, whether notifications of a target reach the server application
 * that the suite plays. The application accepts the upload and asks for no copy, so that no file is left. Only a server
 * that itself reports that the application gave no answer (MC-BUP 2.2.1.2, BITS-Error-Context) cannot be tested; after
 * any other answer the cases go on. None of this is judged.
 */
final class NotificationProbe {

    /** Number of bytes of the upload. */
    private static final int SIZE = 100;

    private final TargetLink link;

    NotificationProbe(TargetLink link) {
        this.link = link;
    }

    /** Adds what this probe shows to what was known before. */
    Probed after(Probed before) {
        Optional<ApplicationStub> stub = link.application()
                .filter(played -> played.setup().type() != NotificationSettings.Type.NONE)
                .filter(played -> before.diagnosis().isEmpty());
        return stub.map(played -> after(before, played)).orElse(before);
    }

    private Probed after(Probed before, ApplicationStub stub) {
        int connections = stub.connections();
        try (BitsClient client = link.openCase("")) {
            Application application = client.application();
            application.answers(ApplicationAnswer.of(200).replying(ApplicationStub.REPLY));
            Answer last = client.probing(() -> upload(client, application));
            if (application.heard() > 0) {
                return before;
            }
            boolean reached = stub.connections() > connections;
            return isOfApplication(last) && !reached
                    ? before.with(unreached(stub, last))
                    : before.noting("no notification of a probe upload arrived at " + stub.url()
                            + ", though its last fragment was answered " + said(last)
                            + (reached ? unread() : ": check where the server sends notifications"));
        } catch (DrivingStopped e) {
            return before;
        }
    }

    /** The answer to the last byte. */
    private Answer upload(BitsClient client, Application application) {
        Upload upload = client.uploads().withName(SIZE, link.probeName());
        upload.create();
        Answer last = upload.fragment(0, SIZE - 1L);
        if (last.success()) {
            application.await(0);
            upload.close();
        }
        return last;
    }

    private static boolean isOfApplication(Answer answer) {
        return !answer.success()
                && answer.headers()
                        .first(BitsHeaders.ERROR_CONTEXT)
                        .flatMap(ErrorCode::hexadecimal)
                        .flatMap(ErrorContext::of)
                        .equals(Optional.of(ErrorContext.REMOTE_APPLICATION));
    }

    private static String unread() {
        return "; a connection was opened, but no notification came over it: check that the server"
                + " sends it by http";
    }

    private String unreached(ApplicationStub stub, Answer last) {
        URI url = stub.url();
        String listens = stub.setup().host() + ", port " + stub.port();
        return "No notification arrived at " + url + ", where the suite plays the server application (it listens at "
                + listens + "): the last fragment of a probe upload was answered " + said(last)
                + ", which means that the server got no answer from its application. Configure this URL on the server"
                + " for its notifications, or set \"notification\" in the target file to the address that it uses, and"
                + " let them through any firewall.";
    }

    private String said(Answer answer) {
        StringBuilder words = new StringBuilder(Excerpt.of(answer.statusLine()));
        String before = " with ";
        for (String name : new String[] {BitsHeaders.ERROR_CONTEXT, BitsHeaders.ERROR, BitsHeaders.ERROR_CODE}) {
            Optional<String> value = answer.headers().first(name);
            if (value.isPresent()) {
                words.append(before).append(name).append(' ').append(Excerpt.of(value.get()));
                before = " and ";
            }
        }
        return link.recorder().mask(words.toString());
    }
}
