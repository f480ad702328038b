package org.bitsconformance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.innocent.Freedom;
import org.bitsconformance.innocent.InnocentServer;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Independent conformant servers pass the plans large and concurrent, even one that keeps what arrived of a fragment. */
class InnocentLoadTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "MC_BUP, large, size, 4MiB, true",
        "WIN32, large, size, 4MiB, true",
        "WIN32, large, size, 2MiB, false",
        "MC_BUP, concurrent, uploads, 12, false",
        "WIN32, concurrent, uploads, 12, true"
    })
    void pass(Document document, String plan, String option, String value, boolean keepsParts) throws IOException {
        Set<Freedom> freedoms =
                keepsParts ? EnumSet.of(Freedom.KEEPS_CUT_OFF_FRAGMENTS) : EnumSet.noneOf(Freedom.class);
        try (InnocentServer server = InnocentServer.start(document, freedoms)) {
            RunResult result = InProcess.run(
                    InProcess.request(server.uploadUrl(), folder, "plan", plan, option, value, "timeout", "90s"));

            assertThat(result.broken()).isEmpty();
            assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
        }
    }
}
