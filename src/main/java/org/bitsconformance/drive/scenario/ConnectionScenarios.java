package org.bitsconformance.drive.scenario;

import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Outgoing;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.protocol.BitsHeaders;

/** Connections that outlive a refusal, and sessions that outlive their connection (MC-BUP 2.2, 3.2.5.2.3; RFC 2616 8.1). */
class ConnectionScenarios {

    private static final long BEFORE = 1000;

    @Scenario(
            id = "refused-body",
            about = Subject.CONNECTIONS,
            title = "A refused fragment with a body; then the rest, over the same connection",
            exercises = {"answer.body-read", "close-session.status", "delivery.complete"})
    void refusedBody(Case parameters, BitsClient client) {
        long body = parameters.number("body");
        Upload upload = begun(client, BEFORE + 1 + body);
        refused(parameters.text("refused"), upload, body).send();
        finish(upload);
    }

    @Scenario(
            id = "refusals-in-a-row",
            about = Subject.CONNECTIONS,
            title = "Several refused packets over one connection, with and without a body; then the rest of the upload",
            exercises = {"answer.body-read", "fragment.status.next", "close-session.status", "delivery.complete"})
    void refusalsInARow(Case parameters, BitsClient client) {
        Upload upload = begun(client, 3 * BEFORE);
        upload.pinging().typed("Upload").send();
        refused("gap", upload, BEFORE).send();
        refused("unknown-session", upload, BEFORE).send();
        upload.closing()
                .replacing(BitsHeaders.SESSION_ID, UnknownSessionScenarios.UNKNOWN)
                .send();
        refused("bad-range", upload, BEFORE).send();
        refused("gap", upload, BEFORE).send();
        finish(upload);
    }

    @Scenario(
            id = "session-moved",
            about = Subject.CONNECTIONS,
            title = "A session that continues over another connection: once, or with every packet",
            exercises = {"fragment.status.next", "close-session.status", "session-id.echoed", "delivery.complete"})
    void moved(Case parameters, BitsClient client) {
        StageOfSession stage = StageOfSession.named(parameters.text("state"));
        boolean often = parameters.text("moves").equals("often");
        Upload upload = client.upload(2 * BEFORE);
        client.setUp(() -> stage.reach(upload));
        client.newConnection();
        while (upload.nextOffset() < upload.size()) {
            upload.sendUpTo(Math.min(upload.nextOffset() + BEFORE / 2, upload.size()), BEFORE / 2);
            if (often) {
                client.newConnection();
            }
        }
        upload.close();
        upload.destination().readBack();
    }

    @Scenario(
            id = "session-moved-to-close",
            about = Subject.CONNECTIONS,
            title = "A session whose bytes have all arrived over one connection, closed over another",
            exercises = {"close-session.status", "session-id.echoed", "delivery.complete"})
    void movedToClose(Case parameters, BitsClient client) {
        Upload upload = client.upload(BEFORE);
        client.setUp(() -> StageOfSession.COMPLETE.reach(upload));
        client.newConnection();
        upload.close();
        upload.destination().readBack();
    }

    private static Outgoing refused(String why, Upload upload, long body) {
        Outgoing packet = upload.fragmenting(BEFORE + 1, BEFORE + body);
        return switch (why) {
            case "gap" -> packet;
            case "unknown-session" -> packet.replacing(BitsHeaders.SESSION_ID, UnknownSessionScenarios.UNKNOWN);
            case "bad-range" -> packet.replacing(BitsHeaders.CONTENT_RANGE, "bytes");
            default -> throw new IllegalArgumentException(why);
        };
    }

    private static Upload begun(BitsClient client, long size) {
        Upload upload = client.upload(size);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(BEFORE, BEFORE);
        });
        return upload;
    }

    private static void finish(Upload upload) {
        upload.sendRest(upload.size());
        upload.close();
        upload.destination().readBack();
    }
}
