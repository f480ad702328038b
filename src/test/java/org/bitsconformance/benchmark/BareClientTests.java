package org.bitsconformance.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bare client gets the same answers as the suite, from a fresh server. */
class BareClientTests {

    private static final ReferenceOptions OPTIONS =
            ReferenceOptions.conformant(Document.MC_BUP).withFrontEnd(FrontEndKind.SOCKET);

    @TempDir
    Path folder;

    @Test
    void getsTheStatusesOfTheRecord() throws IOException {
        List<Exchange> recorded;
        try (ReferenceServer server = ReferenceServer.start(OPTIONS)) {
            InProcess.run(server, InProcess.request("", folder, "only", "upload-in-fragments,close-session"));
            recorded = RecordReader.read(folder.resolve("transcript")).stream()
                    .filter(Exchange.class::isInstance)
                    .map(Exchange.class::cast)
                    .filter(BareClient::sendable)
                    .toList();
        }
        assertThat(recorded).hasSizeGreaterThan(50);

        try (ReferenceServer server = ReferenceServer.start(OPTIONS);
                BareClient client = new BareClient(server.uploadUrl().getPort())) {
            assertThat(client.send(recorded).statuses())
                    .isEqualTo(recorded.stream()
                            .map(one -> Integer.parseInt(one.answer().text().substring(9, 12)))
                            .toList());
        }
    }
}
