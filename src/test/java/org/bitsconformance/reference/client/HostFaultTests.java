package org.bitsconformance.reference.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class HostFaultTests {

    private static final String FIRST = "server.example:80";
    private static final String NAMED = "node7.example:80";

    private final UploadProgress progress =
            new UploadProgress(UploadJob.of(URI.create("http://" + FIRST + "/upload/file"), new byte[30])
                    .inFragmentsOf(10));

    @Test
    void one_that_ignores_the_named_host_at_first_goes_there_after_the_first_fragment() {
        ClientConduct conduct = HostFault.NAMED_HOST_IGNORED_AT_FIRST.conduct();
        assertThat(hostAfter(conduct, NextStep.CREATE)).isEqualTo(FIRST);
        assertThat(hostAfter(conduct, NextStep.FRAGMENT)).isEqualTo(NAMED);
        assertThat(hostAfter(conduct, NextStep.FRAGMENT)).isEqualTo(NAMED);
    }

    @Test
    void one_that_ignores_the_named_host_never_goes_there() {
        ClientConduct conduct = HostFault.NAMED_HOST_IGNORED.conduct();
        assertThat(hostAfter(conduct, NextStep.CREATE)).isEqualTo(FIRST);
        assertThat(hostAfter(conduct, NextStep.FRAGMENT)).isEqualTo(FIRST);
    }

    /** Where the next packet goes after a step, whose answer to Create-Session names a host. */
    private String hostAfter(ClientConduct conduct, NextStep step) {
        if (step == NextStep.CREATE) {
            progress.named = NAMED;
            progress.host = NAMED;
        }
        TakenStep turn = new TakenStep(step, null, ClientAnswer.LOST);
        progress.add(turn);
        assertThat(conduct.after(turn, NextStep.FRAGMENT, progress)).isEqualTo(NextStep.FRAGMENT);
        return progress.host;
    }
}
