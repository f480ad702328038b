package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.MachineFile;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FragmentFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command {@code learn} on servers in this process. */
class LearnCommandTests {

    @TempDir
    Path out;

    @ParameterizedTest
    @EnumSource(
            value = Document.class,
            names = {"MC_BUP", "WIN32"})
    void a_conformant_server_is_learned_completely_and_nothing_is_broken(Document document) throws IOException {
        try (ReferenceServer server =
                ReferenceServer.start(ReferenceOptions.conformant(document).withFrontEnd(FrontEndKind.SOCKET))) {
            CommandOutput learned = learn(server);

            assertThat(learned.exitCode()).as(learned.out() + learned.err()).isZero();
            assertThat(learned.out())
                    .contains("no other behaviour than that of the")
                    .contains("verdict: conformant");
            Machine machine = MachineFile.read(out.resolve(MachineFile.NAME));
            assertThat(machine.learning().complete()).isTrue();
            assertThat(machine.hidden()).isEmpty();
            assertThat(machine.unsteady()).isEmpty();
            assertThat(machine.transitions())
                    .extracting(one -> one.verdict())
                    .doesNotContain("fail", "warn", "unstable");
            assertThat(out.resolve("machine.dot")).content().startsWith("digraph machine {");
            assertThat(out.resolve("summary.md")).content().contains("stateDiagram-v2");
            assertThat(out.resolve("report.html")).content().contains("The state machine");
        }
    }

    @Test
    void a_fault_is_a_finding_in_a_case_that_spells_its_word() throws IOException {
        try (ReferenceServer server = faulty(FragmentFault.GAP_ACCEPTED)) {
            CommandOutput learned = learn(server);

            assertThat(learned.exitCode()).isEqualTo(1);
            assertThat(learned.out()).contains("fragment.status.gap").contains("in case     learned.create+");
            assertThat(MachineFile.read(out.resolve(MachineFile.NAME)).transitions())
                    .anyMatch(one -> one.symbol().equals("gap") && one.verdict().equals("fail"));
        }
    }

    @Test
    void an_exhausted_budget_leaves_the_run_incomplete() throws IOException {
        try (ReferenceServer server = conformant()) {
            CommandOutput learned = learn(server, "--budget", "150");

            assertThat(learned.exitCode()).as(learned.out()).isEqualTo(3);
            assertThat(learned.out().replaceAll("\\s+", " "))
                    .contains("the budget of 150 packets is used up")
                    .contains("verdict: incomplete");
            CommandOutput judged = CommandOutput.of(
                    "judge", out.toString(), "--out", out.resolve("j").toString());
            assertThat(judged.exitCode()).as(judged.out() + judged.err()).isEqualTo(3);
            assertThat(judged.out().replaceAll("\\s+", " ")).contains("the budget of 150 packets is used up");
        }
    }

    @Test
    void a_missing_server_is_reported_as_in_a_run() {
        CommandOutput learned = CommandOutput.of("learn", "--url", "http://127.0.0.1:9/", "--out", out.toString());

        assertThat(learned.exitCode()).isEqualTo(3);
        assertThat(learned.out()).contains("Nothing listens");
    }

    @Test
    void wrong_options_are_reported_in_one_line() throws IOException {
        Path bad = Files.writeString(out.resolve("bad.yaml"), "size: 10\nsymbols:\n  - { name: a, sends: pong }\n");
        List<List<String>> wrong = List.of(
                List.of("--alphabet", "tiny"),
                List.of("--alphabet", bad.toString()),
                List.of("--depth", "9"),
                List.of("--budget", "soon"),
                List.of("--same-as", out.resolve("none.json").toString()),
                List.of("--max-states", "0"));

        assertThat(wrong).allSatisfy(options -> {
            CommandOutput refused = CommandOutput.of(
                    Stream.concat(Stream.of("learn"), options.stream()).toArray(String[]::new));
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).hasLineCount(1);
        });
    }

    private static ReferenceServer conformant() {
        return ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).withFrontEnd(FrontEndKind.SOCKET));
    }

    private static ReferenceServer faulty(Fault... faults) {
        return ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP)
                .withFrontEnd(FrontEndKind.SOCKET)
                .withFaults(faults));
    }

    private CommandOutput learn(ReferenceServer server, String... more) {
        return CommandOutput.of(Stream.concat(
                        Stream.of(
                                "learn",
                                "--url",
                                server.uploadUrl().toString(),
                                "--readback",
                                "url",
                                "--timeout",
                                "20s",
                                "--retries",
                                "0"),
                        Stream.concat(
                                List.of(more).contains("--out") ? Stream.empty() : Stream.of("--out", out.toString()),
                                Arrays.stream(more)))
                .toArray(String[]::new));
    }
}
