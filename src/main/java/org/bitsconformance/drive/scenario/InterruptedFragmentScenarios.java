package org.bitsconformance.drive.scenario;

import java.util.Locale;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.drive.transport.CutOff;
import org.bitsconformance.drive.transport.CutOff.How;
import org.bitsconformance.drive.transport.CutOff.Place;

/**
 * Fragments whose connection ends while they are sent. The upload then goes on over a new connection, as it does from a
 * client that does not know what arrived: after a Ping, from the offset that the server named last (MC-BUP 2.2.6,
 * 3.2.5.2.6; Win32 preventing-multiple-uploads).
 */
class InterruptedFragmentScenarios {

    private static final long SIZE = 4000;
    private static final int FRAGMENT = 1000;

    @Scenario(
            id = "cut-off-before-body",
            about = Subject.FRAGMENTS,
            title = "A fragment whose connection ends before its body; then the rest, over a new connection",
            exercises = {
                "fragment.status.next",
                "fragment.received-range",
                "fragment.received-range.value",
                "close-session.status",
                "delivery.complete"
            })
    void beforeBody(Case parameters, BitsClient client) {
        How how = How.named(parameters.text("how"));
        String place = parameters.text("place");
        interrupt(
                client,
                FRAGMENT,
                place.equals("after-header")
                        ? CutOff.inBody(0, how)
                        : CutOff.before(
                                Place.valueOf(place.toUpperCase(Locale.ROOT).replace('-', '_')), how));
    }

    @Scenario(
            id = "cut-off-in-body",
            about = Subject.FRAGMENTS,
            title = "A fragment whose connection ends within its body; then the rest, over a new connection",
            exercises = {
                "fragment.status.resumed",
                "fragment.received-range",
                "fragment.received-range.value",
                "close-session.status",
                "delivery.complete"
            })
    void inBody(Case parameters, BitsClient client) {
        interrupt(
                client,
                parameters.number("first"),
                CutOff.inBody(parameters.number("sent"), How.named(parameters.text("how"))));
    }

    @Scenario(
            id = "cut-off-after-body",
            about = Subject.FRAGMENTS,
            title = "A whole fragment whose connection ends before its answer; then the rest, over a new connection",
            exercises = {
                "fragment.received-range",
                "fragment.received-range.value",
                "close-session.status",
                "delivery.complete"
            })
    void afterBody(Case parameters, BitsClient client) {
        interrupt(client, parameters.number("first"), CutOff.inBody(FRAGMENT, How.named(parameters.text("how"))));
    }

    private static void interrupt(BitsClient client, long first, CutOff cutOff) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(first, FRAGMENT);
        });
        upload.fragmenting(first, first + FRAGMENT - 1).breakOff(cutOff);
        client.setUp(client::ping);
        upload.sendRest(FRAGMENT);
        upload.close();
        upload.destination().readBack();
    }
}
