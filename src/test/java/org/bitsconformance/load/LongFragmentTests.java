package org.bitsconformance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.drive.client.Bench;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.drive.transport.CutOff;
import org.bitsconformance.drive.transport.CutOff.How;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;
import org.bitsconformance.transcript.http.WireBytes.Omitted;
import org.junit.jupiter.api.Test;

/** A fragment that is too long for memory: the bytes that go out, and what the record says about them. */
class LongFragmentTests {

    private static final long SIZE = (5 << 20) + 3;
    private static final long FIRST = 3 << 20;
    private static final int SENT = (1 << 20) + 7;

    private static final ReferenceOptions ANY_SIZE =
            ReferenceOptions.conformant(Document.MC_BUP).takingAnySize();

    @Test
    void is_recorded_by_length_digest_and_seed_and_arrives_as_generated() {
        try (ReferenceServer server = ReferenceServer.start(ANY_SIZE);
                Bench bench = bench(server);
                BitsClient client = bench.openCase("case")) {
            Upload upload = uploaded(client);

            Exchange first = fragments(bench).get(0);
            assertThat(first.ending()).isEqualTo(Ending.ANSWERED);
            assertRecorded(first, 0, FIRST);
            Exchange cutOff = fragments(bench).get(1);
            assertThat(cutOff.ending()).isEqualTo(Ending.CUT_OFF);
            assertRecorded(cutOff, FIRST, SENT);
            assertRecorded(fragments(bench).get(2), FIRST, SIZE - FIRST);

            upload.destination().readBackLarge();
            ReadBack look = bench.events(ReadBack.class).get(0);
            assertThat(look.found().told()).isTrue();
            assertThat(look.same()).isTrue();
            assertThat(look.found().length()).hasValue(SIZE);
            assertThat(look.sent().expectedSha256()).isEqualTo(Digests.sha256(new Payload(seed(first), SIZE), 0, SIZE));
        }
    }

    @Test
    void is_compared_byte_by_byte_if_the_server_gives_no_digest() {
        ReferenceOptions keeping = ReferenceOptions.conformant(Document.MC_BUP).withFrontEnd(FrontEndKind.SOCKET);
        try (ReferenceServer server = ReferenceServer.start(keeping);
                Bench bench = bench(server);
                BitsClient client = bench.openCase("case")) {
            uploaded(client).destination().readBackLarge();

            ReadBack look = bench.events(ReadBack.class).get(0);
            assertThat(look.found().told()).isFalse();
            assertThat(look.same()).isTrue();
        }
    }

    private static Upload uploaded(BitsClient client) {
        Upload upload = client.upload(SIZE);
        upload.create();
        upload.fragment(0, FIRST - 1);
        upload.fragmenting(FIRST, SIZE - 1).breakOff(CutOff.inBody(SENT, How.CLOSE));
        upload.sendRest(SIZE);
        upload.close();
        return upload;
    }

    private static Bench bench(ReferenceServer server) {
        Target target = Bench.target(server.uploadUrl().toString());
        return Bench.at(target.with(target.uploads().with(ReadBackMode.URL)));
    }

    private static List<Exchange> fragments(Bench bench) {
        return bench.exchanges().stream()
                .filter(one -> one.request().text().contains("BITS-Packet-Type: Fragment\r\n"))
                .toList();
    }

    private static void assertRecorded(Exchange fragment, long offset, long length) {
        WireBytes request = fragment.request();
        Omitted rest = request.omitted().orElseThrow();
        assertThat(request.text()).endsWith("\r\n\r\n");
        assertThat(request.text().indexOf("\r\n\r\n")).isEqualTo(request.text().length() - 4);
        assertThat(rest)
                .isEqualTo(new Omitted(
                        length,
                        Digests.sha256(new Payload(seed(fragment), SIZE), offset, length),
                        Optional.of(new WireBytes.Generated(seed(fragment), offset))));
    }

    private static long seed(Exchange fragment) {
        return fragment.request()
                .omitted()
                .orElseThrow()
                .generated()
                .orElseThrow()
                .seed();
    }
}
