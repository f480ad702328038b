package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.bitsconformance.cli.pages.FaultTable;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.MachineFile;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.HistoryFault;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults that show only after a certain history: {@code learn} finds each of them, and plan full none. */
class HistoryFaultsTests {

    private static final FaultTable TABLE = FaultTable.load();

    @TempDir
    Path out;

    @Tag("long")
    @Test
    void a_close_that_ends_nothing_after_a_refused_gap_is_found() throws IOException {
        Machine machine = isFound(
                HistoryFault.CLOSE_AFTER_GAP_KEEPS_SESSION,
                "create+gap+close+next",
                own("create", "next", "gap", "close"));

        assertThat(machine.hidden()).anySatisfy(hidden -> {
            assertThat(hidden.history()).containsExactly("create", "gap");
            assertThat(hidden.separating()).containsExactly("close");
        });
    }

    @Test
    void a_third_gap_that_is_accepted_is_found() throws IOException {
        Machine machine = isFound(HistoryFault.THIRD_GAP_ACCEPTED, "create+gap+gap+gap", own("create", "gap"));

        assertThat(machine.hidden()).anySatisfy(hidden -> {
            assertThat(hidden.history()).containsExactly("create", "gap");
            assertThat(hidden.separating()).containsExactly("gap", "gap");
        });
    }

    @Tag("long")
    @Test
    void a_session_that_comes_back_is_found() throws IOException {
        isFound(
                HistoryFault.CANCELLED_SESSION_COMES_BACK,
                "create+cancel+create+other",
                own("create", "cancel", "other"));
    }

    @Tag("matrix")
    @ParameterizedTest
    @EnumSource(value = HistoryFault.class, mode = EnumSource.Mode.EXCLUDE, names = "CANCELLED_SESSION_COMES_BACK")
    void each_is_found_with_the_small_alphabet(HistoryFault fault) throws IOException {
        isFound(fault, "", "small");
    }

    @Tag("matrix")
    @ParameterizedTest
    @EnumSource(HistoryFault.class)
    void plan_full_finds_none(HistoryFault fault) {
        try (ReferenceServer server =
                ReferenceServer.start(EmbeddedServer.options(Document.MC_BUP).withFaults(fault))) {
            RunResult result = InProcess.run(server, InProcess.request("", out));

            assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
        }
    }

    /** {@code word} must be in the id of a failing case; empty for any. */
    private Machine isFound(HistoryFault fault, String word, String alphabet) throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP)
                .withFrontEnd(FrontEndKind.SOCKET)
                .withFaults(fault))) {
            CommandOutput learned = CommandOutput.of(
                    "learn",
                    "--url",
                    server.uploadUrl().toString(),
                    "--readback",
                    "url",
                    "--timeout",
                    "20s",
                    "--retries",
                    "0",
                    "--budget",
                    "5m",
                    "--alphabet",
                    alphabet,
                    "--out",
                    out.toString());

            assertThat(learned.exitCode()).as(learned.out() + learned.err()).isEqualTo(1);
            assertThat(learned.out()).contains(TABLE.of(fault).breaks()).contains("learned." + word);
            return MachineFile.read(out.resolve(MachineFile.NAME));
        }
    }

    private String own(String... symbols) throws IOException {
        return OwnAlphabet.of(out, symbols);
    }
}
