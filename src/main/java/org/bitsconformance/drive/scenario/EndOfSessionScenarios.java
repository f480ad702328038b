package org.bitsconformance.drive.scenario;

import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.transcript.http.Answer;

/** How sessions end, and packets of sessions that have ended (MC-BUP 2.2.8, 2.2.10, 3.2.5.2.3). */
class EndOfSessionScenarios {

    private static final long SIZE = 2000;

    @Scenario(
            id = "close-session",
            title = "Close-Session after the last byte",
            exercises = {"close-session.status", "session-id.echoed", "delivery.complete", "error.code.absent"})
    void close(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.COMPLETE.reach(upload));
        upload.close();
        upload.destination().readBack();
    }

    @Scenario(
            id = "close-early",
            title = "Close-Session before the last byte, or before the first: what happens to the upload is reported",
            exercises = {"answer.sent", "answer.packet-type"})
    void closeEarly(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(parameters.number("sent"), SIZE);
        });
        client.open(upload::close);
        upload.destination().lookForNothing();
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
        upload.destination().lookForNothing();
    }

    @Scenario(
            id = "cancel-late",
            title = "Cancel-Session after the last byte, then Close-Session: the answers are only reported",
            exercises = {"answer.sent", "answer.packet-type"})
    void cancelLate(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.COMPLETE.reach(upload));
        upload.destination().lookForNothing();
        client.open(() -> {
            upload.cancel();
            upload.close();
        });
    }

    @Scenario(
            id = "fragment-after-close",
            title = "A Fragment of a session that has been closed; its file stays as it is",
            exercises = {"closed-session.fragment", "delivery.complete"})
    void fragmentAfterClose(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.CLOSED.reach(upload));
        upload.fragment(0, SIZE - 1);
        upload.destination().readBack();
    }

    @Scenario(
            id = "fragment-after-early-close",
            title = "A Fragment of a session that was closed before its last byte",
            exercises = {"closed-session.fragment"})
    void fragmentAfterEarlyClose(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.RECEIVING.reach(upload));
        Answer answer = upload.closing().send();
        if (!answer.success()) {
            throw client.notApplicable("Close-Session before the last byte was answered " + answer.status()
                    + ", so that it may end nothing");
        }
        SessionPacket.send("fragment", upload);
    }

    @Scenario(
            id = "end-after-close",
            title = "Close-Session or Cancel-Session of a session that has been closed; its file stays as it is",
            exercises = {"closed-session.end", "delivery.complete"})
    void endAfterClose(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.CLOSED.reach(upload));
        SessionPacket.send(parameters.text("packet"), upload);
        upload.destination().readBack();
    }

    @Scenario(
            id = "packet-after-cancel",
            title = "Fragment, Close-Session or Cancel-Session of a session that has been cancelled",
            exercises = {"cancelled-session.packet"})
    void packetAfterCancel(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.CANCELLED.reach(upload));
        SessionPacket.send(parameters.text("packet"), upload);
    }

    @Scenario(
            id = "packet-after-early-cancel",
            title = "Fragment or Cancel-Session of a session that was cancelled before its first byte",
            exercises = {"cancelled-session.packet"})
    void packetAfterEarlyCancel(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.cancel();
        });
        if (parameters.text("packet").equals("fragment")) {
            upload.fragment(0, SIZE - 1);
        } else {
            upload.cancel();
        }
    }
}
