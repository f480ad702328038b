package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.AckFault;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.report.Reports;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTests {

    private static final String GAP = "fragment.status.gap";

    @TempDir
    Path folder;

    @Test
    void drives_what_broke_it_and_nothing_else_and_says_whether_it_still_breaks() throws IOException {
        try (ReferenceServer faulty = server(FragmentFault.GAP_ACCEPTED);
                ReferenceServer mended = server()) {
            RunResult result = run(faulty);
            List<String> left = forgetACase();
            CommandOutput same = reproduce(GAP);
            assertThat(same.exitCode()).as(same.err()).isEqualTo(1);
            assertThat(lastLine(same))
                    .isEqualTo("still breaks: " + GAP + ": expected status 416, actual HTTP/1.1 200 OK ("
                            + result.broken().get(0).decisive().caseId() + ")");

            assertThat(same.out().lines())
                    .contains("  reproduce   " + folder.resolve("again/reproduce/fragment.status.gap.sh"));

            EarlierRun again = EarlierRun.read(folder.resolve("again").toString());
            assertThat(again.header().cases().selected()).containsExactlyInAnyOrderElementsOf(left);

            CommandOutput elsewhere = reproduce(GAP, "--url", mended.uploadUrl().toString());
            assertThat(elsewhere.exitCode()).as(elsewhere.err()).isZero();
            assertThat(lastLine(elsewhere)).startsWith("no longer breaks: " + GAP + " (judged ");

            assertThat(usage("ping.status"))
                    .endsWith("was not broken in the run in " + dir()
                            + ": its verdict there is pass; these can be given: " + GAP);
            assertThat(usage("fragment.status.gpa"))
                    .isEqualTo("bits-conformance: no requirement \"fragment.status.gpa\" in " + dir()
                            + "; these can be given: " + GAP);
        }
        CommandOutput gone = reproduce(GAP);
        assertThat(gone.exitCode()).isEqualTo(3);
        assertThat(lastLine(gone)).startsWith("could not be judged: " + GAP + ": ");
    }

    @Tag("long")
    @Test
    void without_a_requirement_drives_everything_that_broke() throws IOException {
        try (ReferenceServer faulty = server(FragmentFault.GAP_ACCEPTED, AckFault.ACK_PACKET_TYPE_MISSPELT);
                ReferenceServer mended = server(FragmentFault.GAP_ACCEPTED)) {
            RunResult result = run(faulty);
            List<String> broken =
                    result.broken().stream().map(one -> one.requirement().id()).toList();
            assertThat(broken).hasSizeGreaterThan(1).contains(GAP);

            CommandOutput same = reproduce();
            assertThat(same.exitCode()).as(same.err()).isEqualTo(1);
            assertThat(same.out().lines().filter(line -> line.startsWith("still breaks: ")))
                    .hasSameSizeAs(broken);

            CommandOutput one = reproduce(GAP);
            assertThat(one.out().lines().filter(line -> line.startsWith("FAIL ")))
                    .singleElement()
                    .asString()
                    .startsWith("FAIL " + GAP + " ");

            CommandOutput elsewhere = reproduce(
                    "--url", mended.uploadUrl().toString(), "--dialect", "mc-bup", "--retries", "0", "--parallel", "2");
            assertThat(elsewhere.exitCode()).as(elsewhere.err()).isEqualTo(1);
            assertThat(elsewhere.out().lines().filter(line -> line.startsWith("still breaks: ")))
                    .singleElement()
                    .asString()
                    .startsWith("still breaks: " + GAP);
            assertThat(elsewhere.out()).contains("no longer breaks: ");
        }
    }

    @Test
    void a_run_that_broke_nothing_has_nothing_to_reproduce() throws IOException {
        try (ReferenceServer right = server()) {
            run(right);
        }
        CommandOutput output = reproduce();
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err().strip())
                .isEqualTo("bits-conformance: no case of the run in " + dir() + " broke a requirement");
    }

    @Test
    void names_what_is_wrong_with_its_arguments() throws IOException {
        assertThat(usage(GAP)).endsWith(dir() + ": no such folder; give the folder of a run, with its report.json");
        Files.createDirectories(dir());
        assertThat(usage(GAP)).contains(dir() + " is not the folder of a run");
    }

    @Test
    void the_server_that_a_run_started_itself_no_longer_exists() throws IOException {
        try (ReferenceServer faulty =
                ReferenceServer.start(EmbeddedServer.options(Document.MC_BUP).withFaults(FragmentFault.GAP_ACCEPTED))) {
            RunResult result = InProcess.run(faulty, InProcess.request("", dir(), "only", "upload-gap"));
            Reports.write(result, dir());
            assertThat(usage(GAP))
                    .contains("a reference server that it had started itself and that no longer runs: give --url");
        }
    }

    private RunResult run(ReferenceServer server) throws IOException {
        RunResult result =
                InProcess.run(InProcess.request(server.uploadUrl().toString(), dir(), "only", "upload-gap,ping"));
        Reports.write(result, dir());
        return result;
    }

    /** Removes one of the cases that broke it from the report; returns the others. */
    private List<String> forgetACase() throws IOException {
        Path report = dir().resolve("report.json");
        List<String> cases = new ArrayList<>(EarlierRun.read(dir().toString()).casesThatBroke(List.of(GAP)));
        String forgotten = cases.remove(1);
        Files.writeString(report, Files.readString(report).replace("\"case\" : \"" + forgotten, "\"case\" : \""));
        assertThat(cases).isNotEmpty();
        return cases;
    }

    private Path dir() {
        return folder.resolve("run");
    }

    private CommandOutput reproduce(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "reproduce", dir().toString(), "--out", folder.resolve("again").toString()));
        arguments.addAll(List.of(more));
        return CommandOutput.of(arguments.toArray(String[]::new));
    }

    private String usage(String requirement) {
        CommandOutput output = reproduce(requirement);
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err().lines()).hasSize(1);
        return output.err().strip();
    }

    private static String lastLine(CommandOutput output) {
        List<String> lines = output.out().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static ReferenceServer server(Fault... faults) {
        return ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).withFaults(faults));
    }
}
