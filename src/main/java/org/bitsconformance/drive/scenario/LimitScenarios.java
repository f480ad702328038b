package org.bitsconformance.drive.scenario;

import java.time.Duration;
import java.util.Optional;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;

/** What the target file says the target does not accept: fragments that are too large, idle sessions, places. */
class LimitScenarios {

    private static final long SIZE = 4000;
    private static final long PART = 400;

    /**
     * This many pauses add up to twice the session time-out, and none comes close to it. The last byte is not sent,
     * since a server application may then refuse the upload.
     */
    private static final int GAPS = 5;

    /** The largest body that a packet may have in memory, in bytes. */
    private static final long LARGEST_BODY = 64L << 20;

    @Scenario(
            id = "fragment-over-limit",
            title = "A fragment one byte larger than the target's declared limit",
            exercises = {"refusal.too-large.fragment"})
    void fragmentOverLimit(Case parameters, BitsClient client) {
        long most = client.target()
                .uploads()
                .largestFragment()
                .orElseThrow(() -> client.notApplicable("the target declares no maxFragment"));
        if (most >= LARGEST_BODY) {
            throw client.notApplicable(
                    "the target declares maxFragment " + most + " bytes, too many to be sent at once");
        }
        Upload upload = client.upload(most + 1);
        client.setUp(upload::create);
        client.beyond(() -> upload.fragmentingOverLimit(0, most).send());
    }

    @Scenario(
            id = "session-expires",
            title = "A fragment after the session has made no progress for longer than its time-out",
            rests = true,
            exercises = {"session-timeout.ended"})
    void expires(Case parameters, BitsClient client) {
        Duration timeout = sessionTimeout(client);
        Upload upload = client.upload(SIZE);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(SIZE / 2, SIZE / 2);
        });
        client.rest(timeout.multipliedBy(3).dividedBy(2).plusMillis(500));
        client.open(() -> upload.fragment(upload.nextOffset(), SIZE - 1));
    }

    @Scenario(
            id = "session-kept",
            title = "Fragments less than half a session time-out apart, for twice the time-out in total",
            rests = true,
            exercises = {"session-timeout.kept"})
    void kept(Case parameters, BitsClient client) {
        Duration timeout = sessionTimeout(client);
        Upload upload = client.upload((GAPS + 2) * PART);
        client.setUp(() -> {
            upload.create();
            upload.sendUpTo(PART, PART);
        });
        boolean taken = true;
        for (int gap = 0; taken && gap < GAPS; gap++) {
            client.rest(timeout.multipliedBy(2).dividedBy(GAPS));
            long next = upload.nextOffset();
            client.open(() -> upload.fragment(next, next + PART - 1));
            taken = upload.nextOffset() == next + PART;
        }
    }

    private static Duration sessionTimeout(BitsClient client) {
        return Duration.ofMillis(client.target()
                .declared()
                .limits()
                .sessionTimeoutMillis()
                .orElseThrow(() -> client.notApplicable("the target declares no sessionTimeout")));
    }

    @Scenario(
            id = "place-directory",
            title = "An upload to a URL that leads to a directory",
            exercises = {"refusal.directory"})
    void directory(Case parameters, BitsClient client) {
        Upload upload = client.uploads()
                .at(declared(client, client.target().declared().limits().directory(), "directory"), SIZE);
        client.beyond(() -> {
            if (upload.creating().send().success() && upload.isOpen()) {
                upload.sendRest(SIZE);
                upload.close();
            }
        });
    }

    @Scenario(
            id = "place-disabled",
            title = "A Create-Session where uploads are not enabled",
            exercises = {"directory.upload-enabled"})
    void disabled(Case parameters, BitsClient client) {
        Upload upload = client.uploads()
                .in(declared(client, client.target().declared().limits().disabled(), "disabled"), SIZE);
        client.beyond(() -> upload.creating().send());
    }

    @Scenario(
            id = "place-execute",
            title = "A Create-Session where scripts or programs may run",
            exercises = {"error.code.execute-enabled"})
    void execute(Case parameters, BitsClient client) {
        Upload upload = client.uploads()
                .in(declared(client, client.target().declared().limits().execute(), "execute"), SIZE);
        client.beyond(() -> upload.creating().send());
    }

    private static String declared(BitsClient client, Optional<String> place, String key) {
        return place.orElseThrow(() -> client.notApplicable("the target declares no places." + key));
    }
}
