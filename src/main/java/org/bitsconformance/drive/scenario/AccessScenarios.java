package org.bitsconformance.drive.scenario;

import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.protocol.Identity;

/**
 * Packets without credentials, with wrong credentials and with another user's (MC-BUP 2.1, 2.2.1.2, 3.2.5.2.3; Win32
 * ping).
 */
class AccessScenarios {

    private static final long SIZE = 1000;

    @Scenario(
            id = "without-credentials",
            title = "A packet without the credentials that the server asks for; then a whole upload with the right "
                    + "ones",
            exercises = {"authentication.required", "delivery.complete"})
    void without(Case parameters, BitsClient client) {
        needsScheme(client);
        Upload upload = client.upload(SIZE);
        switch (parameters.text("packet")) {
            case "ping" -> upload.pinging().as(Identity.NONE).send();
            case "create-session" -> upload.creating().as(Identity.NONE).send();
            default -> throw new IllegalArgumentException(parameters.text("packet"));
        }
        upload.create();
        upload.sendRest(SIZE);
        upload.close();
        upload.destination().readBack();
    }

    @Scenario(
            id = "wrong-credentials",
            title = "A Create-Session with a wrong password",
            exercises = {"authentication.required"})
    void wrong(Case parameters, BitsClient client) {
        needsScheme(client);
        if (client.asksForTickets()) {
            throw client.notApplicable("the target asks for Negotiate, where no password is sent");
        }
        client.upload(SIZE).creating().as(Identity.WRONG_PASSWORD).send();
    }

    @Scenario(
            id = "denied-user",
            title = "A Create-Session of a user who may not upload",
            exercises = {"refusal.access-denied"})
    void denied(Case parameters, BitsClient client) {
        if (!client.target().declared().access().deniedUser()) {
            throw client.notApplicable("the target declares no user who may not upload");
        }
        client.upload(SIZE).creating().as(Identity.DENIED).send();
    }

    @Scenario(
            id = "ping-with-credentials",
            about = Subject.CONNECTIONS,
            title = "A Ping with the right credentials, and a Create-Session after it on the same connection",
            exercises = {"authentication.ping", "create-session.status"})
    void ping(Case parameters, BitsClient client) {
        needsScheme(client);
        Upload upload = client.upload(SIZE);
        upload.pinging().send();
        upload.create();
        upload.cancel();
    }

    private static void needsScheme(BitsClient client) {
        if (client.target().declared().access().scheme().isEmpty()) {
            throw client.notApplicable("the target declares no authentication");
        }
    }
}
