package org.bitsconformance.drive.scenario;

import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;

/** Uploads that continue at the host that the server names for them (MC-BUP 1.3.4.2, 2.2.3.2). */
class NamedHostScenarios {

    private static final long SIZE = 4000;

    @Scenario(
            id = "host-id-followed",
            title = "A whole upload that continues at the host that BITS-Host-Id names, beginning with a Ping there",
            exercises = {"host-id.serves", "create-session.host-id.length"})
    void followed(Case parameters, BitsClient client) {
        Upload upload = createdAtNamedHost(client);
        upload.pinging().send();
        upload.sendRest(SIZE / 2);
        upload.close();
        upload.destination().readBack();
    }

    @Scenario(
            id = "host-id-gone",
            title = "An upload that returns to its first host: the answer there is reported",
            exercises = {"host-id.serves"})
    void gone(Case parameters, BitsClient client) {
        Upload upload = createdAtNamedHost(client);
        if (!upload.route().isElsewhere()) {
            throw client.notApplicable("the host that BITS-Host-Id names is the one that the session was created at");
        }
        upload.sendUpTo(SIZE / 2, SIZE / 2);
        upload.goBack();
        client.open(() -> upload.fragment(SIZE / 2, SIZE - 1));
    }

    private static Upload createdAtNamedHost(BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(upload::create);
        if (upload.route().named().isEmpty()) {
            throw client.notApplicable("the answer to Create-Session has no BITS-Host-Id");
        }
        upload.route().whyNot().ifPresent(why -> {
            throw client.notApplicable(why);
        });
        return upload;
    }
}
