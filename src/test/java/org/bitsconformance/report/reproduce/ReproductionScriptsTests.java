package org.bitsconformance.report.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.report.Reports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that a run leaves behind show its faults when somebody runs them. */
class ReproductionScriptsTests {

    private static final long LONGEST_SECONDS = 120;

    @TempDir
    Path folder;

    @Tag("long")
    @Test
    void a_shell_script_shows_the_fault_and_its_absence_in_another_server() throws Exception {
        assumeThat(starts("curl", "--version") && starts("sh", "-c", "head -c 1 /dev/zero"))
                .as("sh and curl are there")
                .isTrue();
        try (ReferenceServer faulty = server(FragmentFault.GAP_ACCEPTED);
                ReferenceServer other = server()) {
            Path script = script(faulty, "upload-gap", "fragment.status.gap.sh");
            assertThat(output("sh", script.toString()))
                    .containsPattern("Create-Session; in the run: HTTP/1.1 200 OK\nHTTP/1.1 200 OK\n(.+\n)*"
                            + "BITS-Session-Id: \\{")
                    .containsPattern("bytes 1000-1999/2000; in the run: HTTP/1.1 200 OK\nHTTP/1.1 200 OK\n");
            assertThat(output("sh", script.toString(), other.uploadUrl().toString()))
                    .containsPattern("bytes 1000-1999/2000; in the run: HTTP/1.1 200 OK\nHTTP/1.1 416 ");
        }
    }

    @Test
    void a_python_script_shows_the_fault_and_its_absence_in_another_server() throws Exception {
        assumeThat(starts("python3", "--version")).as("python3 is there").isTrue();
        try (ReferenceServer faulty = server(SessionFault.DELIVERY_FLIPS_A_BYTE);
                ReferenceServer other = server()) {
            Path script = script(faulty, "upload-in-fragments", "delivery.complete.py");
            assertThat(output("python3", script.toString())).contains("\nNOT the same");
            assertThat(output("python3", script.toString(), other.uploadUrl().toString()))
                    .contains("\nthe same");
        }
    }

    private Path script(ReferenceServer server, String only, String name) throws IOException {
        Path out = folder.resolve("out");
        Reports.write(InProcess.run(InProcess.request(server.uploadUrl().toString(), out, "only", only)), out);
        return out.resolve("reproduce").resolve(name);
    }

    private static ReferenceServer server(Fault... faults) {
        return ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).withFaults(faults));
    }

    private boolean starts(String... command) {
        try {
            return output(command) != null;
        } catch (IOException | InterruptedException | AssertionError e) {
            return false;
        }
    }

    private String output(String... command) throws IOException, InterruptedException {
        Path written = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(written.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String output = Files.readString(written, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
