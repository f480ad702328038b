package org.bitsconformance.drive.scenario;

import java.util.List;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Outgoing;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Identity;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What an attacker tries: destinations and names that lead out of the upload folder, and other users' sessions. The
 * documents do not forbid a server to allow that, so the suite only reports it. Each case first uploads a file in the
 * ordinary way, which shows that the upload folder can be inspected.
 */
@Isolated("a session id close to a given one may be that of another case")
class SecurityScenarios {

    private static final long SIZE = 1000;

    @Scenario(
            id = "outside-by-url",
            title = "An upload to a URL whose name leads out of the upload folder: refused, or its place is reported",
            onlyByName = true,
            exercises = {"answer.sent", "delivery.complete"})
    void outsideByUrl(Case parameters, BitsClient client) {
        ordinary(client);
        Upload upload = client.uploads().named(SIZE, parameters.text("name"));
        client.open(() -> attempt(upload, upload.creating().replacing(BitsHeaders.CONTENT_NAME, "upload.bin")));
        upload.destination().lookOutside(upload.name());
    }

    @Scenario(
            id = "outside-by-content-name",
            title = "An upload whose Content-Name is a path out of the upload folder: refused, or its place is "
                    + "reported",
            onlyByName = true,
            exercises = {"answer.sent", "delivery.complete"})
    void outsideByContentName(Case parameters, BitsClient client) {
        ordinary(client);
        Upload upload = client.upload(SIZE);
        String contentName = parameters.text("content-name").replace("*", "outside-" + upload.name());
        client.open(() -> attempt(upload, upload.creating().replacing(BitsHeaders.CONTENT_NAME, contentName)));
        readBackIfClosed(upload);
        upload.destination().lookOutside(contentName);
    }

    @Scenario(
            id = "odd-content-name",
            title = "An upload whose Content-Name is overlong, or has characters that file systems reserve",
            onlyByName = true,
            exercises = {"answer.sent", "delivery.complete"})
    void oddContentName(Case parameters, BitsClient client) {
        ordinary(client);
        Upload upload = client.upload(SIZE);
        String contentName = parameters.text("content-name").repeat((int) parameters.number("times"));
        client.open(() -> attempt(upload, upload.creating().replacing(BitsHeaders.CONTENT_NAME, contentName)));
        readBackIfClosed(upload);
    }

    @Scenario(
            id = "session-guessed",
            title = "A Fragment with a session id that differs in one digit from the given one; then the rest with the "
                    + "right id",
            onlyByName = true,
            exercises = {"answer.sent", "fragment.status.next", "close-session.status", "delivery.complete"})
    void guessed(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.RECEIVING.reach(upload));
        String given = upload.sessionId().orElseThrow();
        SessionPacket.of("fragment", upload)
                .replacing(BitsHeaders.SESSION_ID, beside(given, parameters.text("digit")))
                .send();
        upload.sendRest(SIZE);
        upload.close();
        upload.destination().readBack();
    }

    @Scenario(
            id = "session-of-another-user",
            title = "A session that continues with the credentials of another user, or without any",
            onlyByName = true,
            exercises = {"answer.sent", "refusal.access-denied"})
    void ofAnotherUser(Case parameters, BitsClient client) {
        if (!client.target().declared().access().otherUser()) {
            throw client.notApplicable("the target declares no second user");
        }
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.RECEIVING.reach(upload));
        for (Identity other : List.of(Identity.OTHER, Identity.NONE)) {
            long next = upload.nextOffset();
            client.open(() -> upload.fragmenting(next, next).as(other).send());
        }
        upload.sendRest(SIZE);
        upload.close();
        upload.destination().readBack();
    }

    private static void ordinary(BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.CLOSED.reach(upload));
        upload.destination().readBack();
    }

    private static void attempt(Upload upload, Outgoing create) {
        create.send();
        if (upload.isOpen() && upload.fragment(0, SIZE - 1).success()) {
            upload.close();
        }
    }

    private static void readBackIfClosed(Upload upload) {
        if (upload.sessionId().isPresent() && !upload.isOpen()) {
            upload.destination().readBack();
        }
    }

    /** The id with its first or last digit changed. */
    private static String beside(String id, String which) {
        int at = -1;
        for (int i = 0; i < id.length() && (at < 0 || which.equals("last")); i++) {
            if (Character.digit(id.charAt(i), 16) >= 0) {
                at = i;
            }
        }
        String digit = at < 0 ? "" : Integer.toHexString((Character.digit(id.charAt(at), 16) + 1) % 10);
        return id.substring(0, Math.max(0, at)) + digit + id.substring(at + 1);
    }
}
