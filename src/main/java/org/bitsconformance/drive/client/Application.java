package org.bitsconformance.drive.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.bitsconformance.drive.application.ApplicationAnswer;
import org.bitsconformance.drive.client.ApplicationStub.Part;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.transcript.Notification;

/** The server application as one case plays it. */
public final class Application {

    /** How long to wait for a late notification. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ApplicationStub stub;
    private final Part part;

    Application(ApplicationStub stub, Part part) {
        this.stub = stub;
        this.part = part;
    }

    /** Its usual answer in this case: 200, with a reply and a request for a copy. */
    public ApplicationAnswer usual() {
        return ApplicationStub.usual();
    }

    /** Answers like this from now on. */
    public void answers(ApplicationAnswer answer) {
        part.answers(answer);
    }

    /** From now on, removes the uploaded files that it is notified of, before it answers. */
    public void takesUploads() {
        part.takeUploads();
    }

    /** A URL of its own with a reply to an upload; longer than {@code length} characters if that is more than usual. */
    public String replyUrl(Upload upload, int length) {
        URI url = stub.url();
        String plain = url.getScheme() + "://" + url.getRawAuthority() + Notification.STATIC_FOLDER + upload.name();
        return plain + "x".repeat(Math.max(0, length + 1 - plain.length()));
    }

    /** Whether the target file says that the target notifies a server application. */
    public boolean notifies() {
        return stub.setup().type() != NotificationSettings.Type.NONE;
    }

    /** Whether the target passes uploads by reference. */
    public boolean byReference() {
        return stub.setup().type() == NotificationSettings.Type.REFERENCE;
    }

    /** Whether the suite can reach the files that the target passes. */
    public boolean reachesFiles() {
        return byReference() && stub.setup().files().isPresent();
    }

    /** How long the target waits for an answer, if the target file says so. */
    public Optional<Duration> patienceOfTarget() {
        return stub.setup().timeout();
    }

    /** How many notifications have come in this case. */
    public int heard() {
        return part.heard();
    }

    /** Waits briefly for a late notification, until there are more than {@code count}. */
    public void await(int count) {
        part.await(count, PATIENCE);
    }

    /** Checks whether the passed files are still there, for as long as a server may take to remove them. */
    public void lookAtFiles() {
        stub.files().lookAtTheEnd(part);
    }
}
