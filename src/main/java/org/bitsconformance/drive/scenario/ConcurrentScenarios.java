package org.bitsconformance.drive.scenario;

import java.time.Duration;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.client.AtOnce;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.junit.jupiter.api.parallel.Isolated;

/** Parallel uploads, each over its own connection: a server that handles one correctly may fail with many. */
@Isolated("the load is that of its uploads alone")
class ConcurrentScenarios {

    private static final long SIZE = 64 << 10;
    private static final long FRAGMENT = 16 << 10;

    /** Each upload has a different number of bytes, so that no two have the same offsets. */
    private static final long STEP = 101;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Scenario(
            id = "concurrent-uploads",
            about = {Subject.CONNECTIONS, Subject.FRAGMENTS},
            title = "Uploads at the same time, as many as --uploads says, each over its own connection; all sessions"
                    + " are open before the first fragment, and until after the last",
            onlyByName = true,
            scaled = Scenario.Measure.UPLOADS,
            exercises = {
                "create-session.status",
                "fragment.status.next",
                "fragment.received-range.value",
                "session-id.same",
                "close-session.status",
                "delivery.complete"
            })
    void atOnce(Case parameters, BitsClient client) {
        long most = client.target().uploads().largest().orElse(Long.MAX_VALUE);
        long fragment =
                Math.min(FRAGMENT, client.target().uploads().largestFragment().orElse(FRAGMENT));
        AtOnce uploads = client.atOnce(client.scale().uploads(), i -> Math.min(SIZE + i * STEP, most))
                .within(LONGEST);
        uploads.each(Upload::create);
        uploads.each(upload -> upload.sendRest(fragment));
        uploads.each(Upload::close);
        uploads.going().forEach(upload -> upload.destination().readBack());
        uploads.end();
    }
}
