package org.bitsconformance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.hostile.SpoiltAnswers.Spoiling;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that does not answer, or does not end its answers, costs its time limit a few times, not for each packet.
 * The tests count waits, so that a busy machine changes nothing.
 */
@Tag("long")
class PatienceTests {

    private static final long LIMIT_MILLIS = 1000;

    /** Three or four silences of each kind, plus what a case then still sends, such as its clean-up. */
    private static final int MOST_LONG_WAITS = 12;

    @TempDir
    Path folder;

    @Test
    void errors_without_a_length_on_a_connection_that_stays_open() throws IOException {
        Waits waits = against((request, answer) ->
                Optional.of(isError(answer) ? answer.replaceFirst("(?i)\r\nContent-Length: *\\d+", "") : answer));

        assertThat(waits.result().broken())
                .extracting(broken -> broken.requirement().id())
                .contains("answer.content-length")
                .doesNotContain("answer.sent", "fragment.status.gap");
    }

    @Test
    void a_close_session_that_is_never_answered() throws IOException {
        Waits waits = against(
                (request, answer) -> request.contains("Close-Session") ? Optional.empty() : Optional.of(answer));

        assertThat(waits.result().broken())
                .extracting(broken -> broken.requirement().id())
                .containsExactly("answer.sent");
        assertThat(waits.exchanges())
                .filteredOn(exchange -> exchange.ending() == Ending.CUT_OFF)
                .hasSizeGreaterThan(20);
        assertThat(waits.result().incomplete().get(0).first().message())
                .isEqualTo("Close-Session was not sent: the target did not answer 4 of them; the case needs an"
                        + " answer to each Close-Session");
    }

    @Test
    void refused_fragments_that_are_never_answered() throws IOException {
        Waits waits = against((request, answer) ->
                request.contains("Packet-Type: Fragment") && isError(answer) ? Optional.empty() : Optional.of(answer));

        assertThat(waits.result().broken())
                .extracting(broken -> broken.requirement().id())
                .containsExactly("answer.sent");
    }

    private static boolean isError(String answer) {
        return !answer.startsWith("HTTP/1.1 2");
    }

    /** A run, and the exchanges of its record. */
    private record Waits(RunResult result, List<Exchange> exchanges) {}

    private Waits against(Spoiling spoiling) throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP));
                SpoiltAnswers between = SpoiltAnswers.of(server.uploadUrl(), spoiling)) {
            RunResult result = InProcess.run(InProcess.request(
                    between.url(),
                    folder,
                    "timeout",
                    LIMIT_MILLIS + "ms",
                    "readback",
                    "none",
                    "skip",
                    "http-*,cut-off-*,slow-fragment,protocol-pairs"));
            List<Exchange> exchanges = RecordReader.read(folder.resolve("transcript")).stream()
                    .filter(Exchange.class::isInstance)
                    .map(Exchange.class::cast)
                    .toList();

            assertThat(between.spoilt()).isGreaterThan(MOST_LONG_WAITS);
            assertThat(exchanges.stream().filter(PatienceTests::isLong)).hasSizeLessThanOrEqualTo(MOST_LONG_WAITS);
            return new Waits(result, exchanges);
        }
    }

    private static boolean isLong(Exchange exchange) {
        long waited = (exchange.timing().endedMicros() - exchange.timing().sentMicros()) / 1000;
        return exchange.ending() != Ending.ANSWERED && waited >= LIMIT_MILLIS * 9 / 10;
    }
}
