package org.bitsconformance.drive.scenario;

import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.protocol.BitsHeaders;

/** Ping, which opens a connection and belongs to no session (MC-BUP 2.2.4; Win32 ping). */
class PingScenarios {

    private static final long SIZE = 2000;

    @Scenario(
            id = "ping",
            about = Subject.CONNECTIONS,
            title = "Ping, once and repeated on the same connection",
            exercises = {"answer.packet-type", "answer.content-length", "ping.status", "error.code.absent"})
    void ping(Case parameters, BitsClient client) {
        for (long sent = 0; sent < parameters.number("times"); sent++) {
            client.ping();
        }
    }

    @Scenario(
            id = "ping-in-state",
            title = "A Ping without a session id during an upload, which then goes on undisturbed",
            exercises = {"ping.status"})
    void pingInState(Case parameters, BitsClient client) {
        StageOfSession stage = StageOfSession.named(parameters.text("state"));
        Upload upload = client.upload(SIZE);
        client.setUp(() -> stage.reach(upload));
        upload.pinging().send();
        if (stage.goesOn()) {
            client.setUp(() -> {
                upload.sendRest(SIZE);
                upload.close();
            });
            upload.destination().readBack();
        }
    }

    @Scenario(
            id = "ping-with-session",
            title = "A Ping that names a session: the right one, or one that the server never gave",
            exercises = {"answer.packet-type", "answer.sent"})
    void pingWithSession(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(upload::create);
        String id = parameters.text("session").equals("right")
                ? upload.sessionId().orElseThrow()
                : UnknownSessionScenarios.UNKNOWN;
        client.open(() -> upload.pinging().with(BitsHeaders.SESSION_ID, id).send());
    }

    @Scenario(
            id = "ping-with-body",
            title = "A Ping with a body, which it must not have; then one without",
            exercises = {"answer.sent", "ping.status"})
    void pingWithBody(Case parameters, BitsClient client) {
        client.open(() -> client.pinging().body((int) parameters.number("body")).send());
        client.ping();
    }
}
