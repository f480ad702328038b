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
import org.bitsconformance.reference.fault.HistoryFault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code learn} on servers in this process. */
class LearnCommandTests {

    @TempDir
    Path out;

    @Test
    void a_conformant_server_is_learned_completely_and_nothing_is_broken() throws IOException {
        isLearnedCompletely(Document.MC_BUP);
    }

    @Tag("long")
    @Test
    void a_conformant_server_of_the_other_document_is_learned_completely_too() throws IOException {
        isLearnedCompletely(Document.WIN32);
    }

    private void isLearnedCompletely(Document document) throws IOException {
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

    @Tag("long")
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

    @Tag("long")
    @Test
    void words_that_are_kept_are_driven_by_run_and_what_broke_by_reproduce() throws IOException {
        Path kept = out.resolve("kept.yaml");
        Path again = out.resolve("again");
        Path known = out.resolve("known.yaml");
        String alphabet = OwnAlphabet.of(out, "create", "next", "gap", "close");
        try (ReferenceServer server = faulty(HistoryFault.CLOSE_AFTER_GAP_KEEPS_SESSION)) {
            CommandOutput learned = learn(
                    server, "--alphabet", alphabet, "--keep", kept.toString(), "--write-baseline", known.toString());
            assertThat(learned.exitCode()).as(learned.out() + learned.err()).isEqualTo(1);
            assertThat(out.resolve("machine.svg")).content().contains("edge broken", "state hidden");
            String url = server.uploadUrl().toString();

            CommandOutput run = CommandOutput.of(
                    "run", "--url", url, "--words", kept.toString(), "--timeout", "20s", "--out", again.toString());
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
            assertThat(run.out()).contains("learned.create+gap+close+next").contains("(plan words");

            CommandOutput reproduced =
                    CommandOutput.of("reproduce", out.toString(), "--url", url, "--out", again.toString());
            assertThat(reproduced.exitCode())
                    .as(reproduced.out() + reproduced.err())
                    .isEqualTo(1);

            CommandOutput judged = CommandOutput.of("judge", out.toString(), "--out", again.toString());
            assertThat(judged.exitCode()).isEqualTo(1);
            assertThat(again.resolve("report.html")).content().contains("Hidden memory", "<svg");

            CommandOutput excused = learn(server, "--alphabet", alphabet, "--baseline", known.toString());
            assertThat(excused.exitCode()).as(excused.out() + excused.err()).isZero();
        }
    }

    @Tag("long")
    @Test
    void a_machine_that_changed_is_reported_with_the_shortest_word() throws IOException {
        String alphabet = OwnAlphabet.of(out, "create", "next", "gap");
        Path before = out.resolve("before");
        Path same = out.resolve("same");
        Path after = out.resolve("after");
        String machine = before.resolve(MachineFile.NAME).toString();
        try (ReferenceServer server = conformant()) {
            assertThat(learn(server, "--alphabet", alphabet, "--out", before.toString())
                            .exitCode())
                    .isZero();
            assertThat(learn(server, "--alphabet", alphabet, "--same-as", machine, "--out", same.toString())
                            .exitCode())
                    .isZero();
        }
        try (ReferenceServer server = faulty(FragmentFault.GAP_ANSWERED_400)) {
            CommandOutput learned =
                    learn(server, "--alphabet", alphabet, "--same-as", machine, "--out", after.toString());

            assertThat(learned.exitCode()).isEqualTo(1);
            assertThat(learned.out()).contains("changed: create gap is answered 400");
        }
        CommandOutput compared = CommandOutput.of(
                "compare",
                before.toString(),
                same.toString(),
                after.toString(),
                "--out",
                out.resolve("c").toString());
        assertThat(compared.exitCode()).isZero();
        assertThat(compared.out().replaceAll("\\s+", " "))
                .contains("same answer the same")
                .contains("machines: create gap is answered 416, offset as before in");
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
