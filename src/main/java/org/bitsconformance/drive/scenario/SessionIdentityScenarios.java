package org.bitsconformance.drive.scenario;

import java.util.List;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.protocol.BitsHeaders;

/**
 * Session ids that are not sent back as they were received, and sessions at a URL that is not their own. Each case then
 * goes on with the right id at the right URL, unless the packet has ended the session (MC-BUP 2.2.1.2, 3.2.5.2.3; Win32
 * ack-for-create-session).
 */
class SessionIdentityScenarios {

    private static final long SIZE = 2000;

    @Scenario(
            id = "session-id-respelt",
            title = "A packet whose session id is in the other case, without braces or with a space inside: the answer "
                    + "is only reported",
            exercises = {"unknown-session.status"})
    void respelt(Case parameters, BitsClient client) {
        Upload upload = begun(client);
        String given = upload.sessionId().orElseThrow();
        String other = respelt(parameters.text("spelling"), given);
        if (other.equals(given)) {
            throw client.notApplicable("the session id " + given + " cannot be spelt otherwise: it has no letters");
        }
        SessionPacket.of(parameters.text("packet"), upload)
                .replacing(BitsHeaders.SESSION_ID, other)
                .send();
        finish(List.of(upload));
    }

    @Scenario(
            id = "session-id-in-blanks",
            title = "A whole upload with spaces around the session id, which are not part of it in HTTP",
            exercises = {"fragment.status.next", "close-session.status", "delivery.complete"})
    void inBlanks(Case parameters, BitsClient client) {
        Upload upload = begun(client);
        String inBlanks = "  " + upload.sessionId().orElseThrow() + "  ";
        SessionPacket.of("fragment", upload)
                .replacing(BitsHeaders.SESSION_ID, inBlanks)
                .send();
        upload.closing().replacing(BitsHeaders.SESSION_ID, inBlanks).send();
        upload.destination().readBack();
    }

    @Scenario(
            id = "session-elsewhere",
            title = "A packet of a session at the URL of another upload, or of none: the answer is only reported",
            exercises = {"unknown-session.status"})
    void elsewhere(Case parameters, BitsClient client) {
        Upload upload = begun(client);
        Upload other = client.upload(SIZE);
        if (parameters.text("url").equals("other-upload")) {
            client.setUp(other::create);
        }
        if (other.sessionId().equals(upload.sessionId())) {
            throw client.notApplicable("the target gave two sessions the same id, so none is elsewhere");
        }
        SessionPacket.of(parameters.text("packet"), upload).to(other).send();
        finish(List.of(upload, other));
    }

    private static Upload begun(BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.RECEIVING.reach(upload));
        return upload;
    }

    /** Finishes the open ones: an upload that never began, or has ended, has no session to go on with. */
    private static void finish(List<Upload> uploads) {
        List<Upload> open = uploads.stream().filter(Upload::isOpen).toList();
        open.forEach(upload -> {
            upload.sendRest(SIZE);
            upload.close();
        });
        uploads.forEach(upload -> {
            if (open.contains(upload)) {
                upload.destination().readBack();
            } else {
                upload.destination().lookForNothing();
            }
        });
    }

    private static String respelt(String spelling, String id) {
        return switch (spelling) {
            case "other-case" -> inOtherCase(id);
            case "braces" -> id.startsWith("{") ? id.replaceAll("[{}]", "") : "{" + id + "}";
            case "blank-inside" -> id.substring(0, id.length() / 2) + " " + id.substring(id.length() / 2);
            default -> throw new IllegalArgumentException(spelling);
        };
    }

    private static String inOtherCase(String id) {
        StringBuilder other = new StringBuilder();
        id.chars()
                .forEach(c -> other.append(
                        (char) (Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))));
        return other.toString();
    }
}
