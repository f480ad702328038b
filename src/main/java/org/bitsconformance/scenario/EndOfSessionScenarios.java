package org.bitsconformance.scenario;

import org.bitsconformance.wire.BitsClient;
import org.bitsconformance.wire.Upload;

/** How sessions end, and packets of sessions that have ended (MC-BUP 2.2.8, 2.2.10, 3.2.5.2.3). */
class EndOfSessionScenarios {

    private static final long SIZE = 2000;

    @Scenario(
            id = "close-session",
            title = "Close-Session after the last byte",
            exercises = {"close-session.status", "session-id.echoed", "delivery.complete", "error.code.absent"})
    void close(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> SessionStage.COMPLETE.reach(upload));
        upload.close();
        upload.readBack();
    }

    @Scenario(
            id = "close-early",
            title = "Close-Session before the last byte, or before the first: what becomes of the upload is reported",
            exercises = {"answer.sent", "answer.packet-type"})
    void closeEarly(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(parameters.number("sent"), SIZE);
        });
        client.open(upload::close);
        upload.lookForNothing();
    }

    @Scenario(
            id = "cancel-session",
            title = "Cancel-Session before the last byte, or before the first",
            exercises = {"cancel-session.status", "session-id.echoed", "delivery.cancelled"})
    void cancel(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(parameters.number("sent"), SIZE);
        });
        upload.cancel();
        upload.lookForNothing();
    }

    @Scenario(
            id = "cancel-late",
            title = "Cancel-Session after the last byte, then Close-Session: what the server says is reported",
            exercises = {"answer.sent", "answer.packet-type"})
    void cancelLate(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> SessionStage.COMPLETE.reach(upload));
        upload.lookForNothing();
        client.open(() -> {
            upload.cancel();
            upload.close();
        });
    }

    @Scenario(
            id = "fragment-after-close",
            title = "A Fragment of a session that has been closed",
            exercises = {"closed-session.fragment"})
    void fragmentAfterClose(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> SessionStage.CLOSED.reach(upload));
        upload.fragment(0, SIZE - 1);
    }

    @Scenario(
            id = "end-after-close",
            title = "Close-Session or Cancel-Session of a session that has been closed",
            exercises = {"closed-session.end"})
    void endAfterClose(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> SessionStage.CLOSED.reach(upload));
        SessionPacket.send(parameters.text("packet"), upload);
    }

    @Scenario(
            id = "packet-after-cancel",
            title = "Fragment, Close-Session or Cancel-Session of a session that has been cancelled",
            exercises = {"cancelled-session.packet"})
    void packetAfterCancel(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> SessionStage.CANCELLED.reach(upload));
        SessionPacket.send(parameters.text("packet"), upload);
    }
}
