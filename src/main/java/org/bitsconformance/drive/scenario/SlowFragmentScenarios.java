package org.bitsconformance.drive.scenario;

import java.time.Duration;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.drive.transport.Pacing;

/** Fragments that arrive bit by bit, as over a slow line; the answer must be the same (MC-BUP 1.3, 3.2.5.1.2). */
class SlowFragmentScenarios {

    private static final long REST = 1000;

    @Scenario(
            id = "slow-fragment",
            title = "A fragment that arrives in pieces, with pauses between them, then the rest at once",
            exercises = {
                "fragment.status.next",
                "fragment.received-range",
                "fragment.received-range.value",
                "close-session.status",
                "delivery.complete"
            })
    void slowly(Case parameters, BitsClient client) {
        long size = parameters.number("size");
        Pacing pacing = new Pacing(
                Math.toIntExact(parameters.number("head")),
                Math.toIntExact(parameters.number("body")),
                Duration.ofMillis(parameters.number("pause")));
        Upload upload = client.upload(size + REST);
        client.setUp(upload::create);
        upload.fragmenting(0, size - 1).send(pacing);
        upload.sendRest(REST);
        upload.close();
        upload.destination().readBack();
    }
}
