package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What the proxy adds to the time of a packet. */
@Tag("long")
class LatencyTests {

    private static final int TIMES = 2_000;
    private static final byte[] BODY = new byte[4 << 10];
    private static final long MICROS_PER_MILLI = 1_000;

    @TempDir
    Path folder;

    @Test
    void is_less_than_a_millisecond(TestReporter reporter) throws Exception {
        ReferenceOptions options = ReferenceOptions.conformant(Document.MC_BUP).withFrontEnd(FrontEndKind.SOCKET);
        try (ReferenceServer server = ReferenceServer.start(options);
                Observation observation = Observation.start(
                        Between.settings(folder, server.uploadUrl().toString(), Duration.ofSeconds(20)))) {
            int proxy = observation.url().getPort();
            median(server.port());
            median(proxy);
            long direct = median(server.port());
            long observed = median(proxy);
            reporter.publishEntry("median of a packet in microseconds", direct + " direct, " + observed + " observed");
            assertThat(observed - direct).isLessThan(MICROS_PER_MILLI);
        }
    }

    /** The median time of a packet with a body, in microseconds. */
    private static long median(int port) {
        try (PlainClient client = new PlainClient(port)) {
            long[] nanos = new long[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long began = System.nanoTime();
                client.packet("/upload/a.bin", "Ping", "X: y", BODY);
                nanos[i] = System.nanoTime() - began;
            }
            Arrays.sort(nanos);
            return nanos[TIMES / 2] / 1_000;
        }
    }
}
