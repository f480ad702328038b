package org.bitsconformance.scenario;

import java.util.Optional;
import org.bitsconformance.wire.BitsClient;
import org.bitsconformance.wire.Upload;

/** What a target is declared not to take: fragments that are too large, and places that take no uploads. */
class LimitScenarios {

    private static final long SIZE = 4000;

    /** A body of a packet is held in memory. */
    private static final long LARGEST_BODY = 64L << 20;

    @Scenario(
            id = "fragment-over-limit",
            title = "A fragment that is a byte larger than the target declares to take",
            exercises = {"refusal.too-large.fragment"})
    void fragmentOverLimit(Case parameters, BitsClient client) {
        long most = client.declaredMaxFragment()
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
            id = "place-directory",
            title = "An upload to a URL that leads to a directory",
            exercises = {"refusal.directory"})
    void directory(Case parameters, BitsClient client) {
        Upload upload =
                client.uploadAt(declared(client, client.declared().limits().directory(), "directory"), SIZE);
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
        Upload upload =
                client.uploadIn(declared(client, client.declared().limits().disabled(), "disabled"), SIZE);
        client.beyond(() -> upload.creating().send());
    }

    @Scenario(
            id = "place-execute",
            title = "A Create-Session where scripts or programs may run",
            exercises = {"error.code.execute-enabled"})
    void execute(Case parameters, BitsClient client) {
        Upload upload =
                client.uploadIn(declared(client, client.declared().limits().execute(), "execute"), SIZE);
        client.beyond(() -> upload.creating().send());
    }

    private static String declared(BitsClient client, Optional<String> place, String key) {
        return place.orElseThrow(() -> client.notApplicable("the target declares no places." + key));
    }
}
