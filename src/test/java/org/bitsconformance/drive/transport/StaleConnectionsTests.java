package org.bitsconformance.drive.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;

class StaleConnectionsTests {

    private final StaleConnections staleConnections = new StaleConnections();

    @Test
    void waitsLongerOnceAPacketWasLostOnAReusedConnection() {
        staleConnections.look(traffic(1, "", Ending.CLOSED));
        staleConnections.look(traffic(2, "HTTP/1.1 200 OK", Ending.RESET));
        staleConnections.look(traffic(2, "", Ending.TIMED_OUT));
        int before = staleConnections.patienceMillis();

        staleConnections.look(traffic(2, "", Ending.RESET));

        assertThat(staleConnections.patienceMillis()).isGreaterThan(before);
    }

    private static Traffic traffic(int requestOnConnection, String answer, Ending ending) {
        return new Traffic(
                "c1",
                requestOnConnection,
                WireBytes.NONE,
                WireBytes.of("request"),
                WireBytes.of(answer),
                ending,
                new Timing(0, 0, OptionalLong.empty(), 0));
    }
}
