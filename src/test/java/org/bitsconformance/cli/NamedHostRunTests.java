package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run follows a server to its own second address. */
class NamedHostRunTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Document.class)
    void uploads_continue_at_the_named_host(Document document) throws IOException {
        try (ReferenceServer server = ReferenceServer.start(SetUp.SECOND_PORT.of(EmbeddedServer.options(document)))) {
            RunResult result = InProcess.run(
                    server,
                    InProcess.request(
                            "",
                            folder,
                            "only",
                            "host-id*,upload-in-fragments,end-after-close",
                            "target",
                            InProcess.targetFile("upload", SetUp.SECOND_PORT.declared(server), folder)));

            assertThat(result.verdictLine()).as(result.reason()).startsWith("verdict: conformant");
            assertThat(result.cases())
                    .filteredOn(one -> one.id().equals("host-id-followed"))
                    .extracting(one -> one.verdict())
                    .containsExactly(Verdict.PASS);
            assertThat(result.cases())
                    .filteredOn(one -> one.id().equals("host-id-gone"))
                    .flatExtracting(one -> one.findings())
                    .filteredOn(finding -> finding.requirement().equals("host-id.serves"))
                    .filteredOn(finding -> finding.verdict() == Verdict.INFO)
                    .extracting(Finding::message)
                    .containsExactly("Fragment was answered 200 at 127.0.0.1:" + server.port()
                            + ", though BITS-Host-Id had named another host for the session.");
            assertThat(server.unfinishedSessions()).isZero();
        }
    }
}
