package org.bitsconformance.observe;

import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.reference.client.ClientConduct;
import org.bitsconformance.reference.client.UploadJob;
import org.bitsconformance.reference.client.UploadJob.Manner;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.Faults;
import org.bitsconformance.result.Finding;
import org.bitsconformance.target.UploadMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A right client is accused of nothing, whatever is wrong with the server. */
@Tag("matrix")
class RightClientOfFaultyServersTests {

    private static final int FRAGMENT = 10_000;

    /** Their answers never end, so that the client waits long and learns nothing that others do not show. */
    private static final Set<String> SLOW = Set.of("close-never-answered", "close-answer-drips");

    /** Asks what lies at the destination: the command runs clients before a right server alone. */
    private static final String OF_A_RIGHT_SERVER = "client.success";

    @TempDir
    Path folder;

    @Test
    void is_accused_of_nothing() throws Exception {
        check(Dialect.ANY, UploadMode.UPLOAD, Manner.PLAIN.pinging());
    }

    @Test
    void is_accused_of_nothing_under_win32_in_uploads_with_reply() throws Exception {
        check(
                Dialect.WIN32,
                UploadMode.UPLOAD_REPLY,
                Manner.PLAIN.following(Document.WIN32).wantingReply());
    }

    private void check(Dialect dialect, UploadMode mode, Manner manner) throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Fault fault : Faults.all()) {
            if (SLOW.contains(fault.id())) {
                continue;
            }
            Path out = folder.resolve(dialect + fault.id());
            try (ObservedClients clients = new ObservedClients(out, dialect, mode, fault)) {
                clients.start(
                        fault.id(),
                        ObservedClients.NO_STIMULUS,
                        url -> UploadJob.of(url, ObservedClients.FILE)
                                .inFragmentsOf(FRAGMENT)
                                .with(manner),
                        ClientConduct.ORDINARY);
                all.assertThat(clients.judge().findings(fault.id(), Side.CLIENT))
                        .as(fault.id())
                        .filteredOn(finding -> !finding.requirement().equals(OF_A_RIGHT_SERVER))
                        .extracting(Finding::message)
                        .isEmpty();
            }
        }
        all.assertAll();
    }
}
