package org.bitsconformance.observe;

import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.reference.client.ClientConduct;
import org.bitsconformance.reference.client.UploadJob;
import org.bitsconformance.reference.client.UploadJob.Manner;
import org.bitsconformance.reference.stimulus.Stimuli;
import org.bitsconformance.reference.stimulus.Stimulus;
import org.bitsconformance.requirement.StimulusText.End;
import org.bitsconformance.requirement.StimulusTexts;
import org.bitsconformance.target.UploadMode;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A right client breaks nothing, whatever it meets. */
class RightClientTests {

    private static final int FRAGMENT = 10_000;

    @TempDir
    Path folder;

    @Test
    void breaks_nothing_with_any_stimulus() throws Exception {
        try (ObservedClients clients = new ObservedClients(folder, Dialect.ANY, UploadMode.UPLOAD)) {
            for (Stimulus stimulus : Stimuli.all()) {
                clients.start(
                        "several-" + stimulus.id(),
                        stimulus.id(),
                        url -> UploadJob.of(url, ObservedClients.FILE)
                                .inFragmentsOf(FRAGMENT)
                                .with(Manner.PLAIN.pinging().with(ObservedClients.CREDENTIALS)),
                        ClientConduct.ORDINARY);
                clients.start(
                        "one-" + stimulus.id(),
                        stimulus.id(),
                        url -> UploadJob.of(url, ObservedClients.FILE).with(Manner.PLAIN.wantingReply()),
                        ClientConduct.ORDINARY);
            }
            ObservedClients.Outcome outcome = clients.judge();
            SoftAssertions all = new SoftAssertions();
            outcome.seen().forEach((name, seen) -> {
                String id = name.substring(name.indexOf('-') + 1);
                End end = StimulusTexts.load().find(id).orElseThrow().end();
                all.assertThat(outcome.findings(name, Side.CLIENT))
                        .as(name)
                        .extracting(f -> f.message())
                        .isEmpty();
                if (name.startsWith("several")) {
                    boolean arrived = seen.arrived() == Arrived.COMPLETE;
                    all.assertThat(seen.exitCode() == 0).as(name + " " + seen).isEqualTo(arrived);
                    if (end != End.EITHER) {
                        all.assertThat(arrived).as(name + " " + seen).isEqualTo(end == End.ARRIVES);
                    }
                }
            });
            all.assertThat(outcome.findings("several-none", Side.SERVER)).isEmpty();
            all.assertAll();
        }
    }
}
