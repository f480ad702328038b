package org.bitsconformance.drive.scenario;

import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;

/** Packets whose session id is unknown, missing or malformed (MC-BUP 3.2.5.2.3; Win32 ack-for-fragment). */
class UnknownSessionScenarios {

    /** A well-formed session id that no server has given out. */
    static final String UNKNOWN = "{00000000-BEEF-4BAD-8BAD-0123456789AB}";

    private static final long SIZE = 100;

    @Scenario(
            id = "unknown-session",
            title = "A packet with a session id that the server has never given",
            exercises = {"unknown-session.status", "unknown-session.code", "error.code", "error.context"})
    void unknownSession(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        upload.pretendSession(UNKNOWN);
        SessionPacket.send(parameters.text("packet"), upload);
    }

    @Scenario(
            id = "session-id-missing",
            title = "A packet without the session id that it needs, while the session is open",
            exercises = {"session-id.missing"})
    void missing(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        boolean complete = parameters.text("packet").equals("close");
        client.setUp(() -> (complete ? StageOfSession.COMPLETE : StageOfSession.RECEIVING).reach(upload));
        String given = upload.sessionId().orElseThrow();
        upload.forgetSession();
        SessionPacket.send(parameters.text("packet"), upload);
        upload.pretendSession(given);
    }

    @Scenario(
            id = "session-id-malformed",
            title = "A Fragment with a session id that is not a GUID in braces and that the server has not given",
            exercises = {"session-id.malformed"})
    void malformed(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        upload.pretendSession(parameters.text("id"));
        SessionPacket.send("fragment", upload);
    }
}
