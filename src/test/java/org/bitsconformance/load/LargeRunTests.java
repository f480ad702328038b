package org.bitsconformance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.cli.CommandOutput;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.reference.fault.WireFault;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.RecordReader;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.Scale;
import org.bitsconformance.transcript.http.Request;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plan large with uploads that are small enough for a test, and the arithmetic of large ones. */
@Order(2)
class LargeRunTests {

    /** Long enough for a busy machine. */
    private static final String TIMEOUT = "90s";

    @TempDir
    Path folder;

    @Test
    void a_conformant_server_passes_and_its_record_is_judged_again() throws IOException {
        Path first = folder.resolve("first");
        CommandOutput run = CommandOutput.of(
                "run", "--plan", "large", "--size", "2 MiB", "--timeout", TIMEOUT, "--out", first.toString());

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("verdict: conformant (plan large)");
        assertThat(CommandOutput.of(
                                "judge",
                                first.toString(),
                                "--out",
                                folder.resolve("again").toString())
                        .exitCode())
                .isZero();
        assertThat(Files.size(first.resolve("transcript").resolve("events.jsonl")))
                .isLessThan(400_000);
    }

    @Test
    void the_upload_is_dropped_and_resumed_at_places_that_follow_the_seed() throws IOException {
        List<String> once = cutOffs("once", "7");

        assertThat(once).hasSizeGreaterThan(1);
        assertThat(cutOffs("again", "7")).isEqualTo(once);
        assertThat(cutOffs("otherwise", "8")).isNotEqualTo(once);
        RunHeader header = (RunHeader)
                RecordReader.read(folder.resolve("otherwise/transcript")).get(0);
        assertThat(header.cases().scale()).isEqualTo(Optional.of(new Scale(2 << 20, Scale.USUAL.uploads(), 8)));
    }

    private List<String> cutOffs(String name, String seed) throws IOException {
        Path out = folder.resolve(name);
        run(out, "2MiB", "seed", seed);
        return RecordReader.read(out.resolve("transcript")).stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .filter(one -> one.caseId().equals("large-upload") && one.ending() == Ending.CUT_OFF)
                .map(one -> Request.parse(one.request()).contentRange() + " after "
                        + Request.parse(one.request()).bodyLength())
                .toList();
    }

    @Test
    void offsets_that_wrap_at_2_32_are_caught_and_named() {
        RunResult result = run(folder, "1MiB", FragmentFault.OFFSETS_WRAP_AT_2_32);

        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(result.broken()).extracting(one -> one.requirement().id()).containsExactly("fragment.status.gap");
        assertThat(result.causes()).extracting(Cause::id).containsExactly("offsets-32-bit");
    }

    @Test
    void bytes_that_were_lost_with_a_dropped_fragment_are_found_by_the_digest() {
        RunResult result = run(folder, "2MiB", WireFault.CUT_OFF_FRAGMENT_LOST);

        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(result.broken()).extracting(one -> one.requirement().id()).containsExactly("delivery.complete");
        assertThat(result.broken().get(0).decisive().message())
                .contains(" has other bytes than were sent: ", " bytes with SHA-256 ", ", as the server says");
    }

    @Test
    void a_target_that_accepts_less_is_left_alone() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP))) {
            RunResult result = InProcess.run(InProcess.request(
                    server.uploadUrl().toString(),
                    folder,
                    "plan",
                    "large",
                    "only",
                    "large-upload",
                    "target",
                    InProcess.targetFile("upload", "maxUpload: 1 MiB\n", folder)));

            assertThat(result.broken()).isEmpty();
            assertThat(result.cases().get(0).reason()).contains("the target declares maxUpload 1048576 bytes");
        }
    }

    @Test
    void plans_select_it_only_by_its_name() {
        assertThat(CommandOutput.of("list", "--plan", "large").out()).contains("large-upload", "far-offset");
        assertThat(CommandOutput.of("list").out()).doesNotContain("large-upload");
    }

    @Test
    void wrong_values_and_options_that_change_nothing_are_refused_in_one_line() {
        assertThat(refused("run", "--plan", "large", "--size", "1 MB"))
                .isEqualTo("--size must be at least 1 MiB, not \"1 MB\"");
        assertThat(refused("run", "--plan", "large", "--size", "much"))
                .isEqualTo("--size must be a number of bytes such as 65536, 64 KiB or 4 GiB, not \"much\"");
        assertThat(refused("run", "--plan", "large", "--size", "9999999TiB"))
                .isEqualTo("--size must be at most 9223372036854775807 bytes, not \"9999999TiB\"");
        assertThat(refused("run", "--plan", "large", "--seed", "-1"))
                .isEqualTo("--seed must be a whole number of at most 18 digits, not \"-1\"");
        assertThat(refused("run", "--size", "1GiB"))
                .isEqualTo("--size is for --plan large: no selected scenario follows it");
        assertThat(refused("run", "--seed", "1", "--plan", "concurrent"))
                .isEqualTo("--seed is for --plan large: no selected scenario follows it");
        assertThat(refused("run", "--plan", "large", "--notification", "value"))
                .isEqualTo("the embedded server passes no large upload to a server application: leave out"
                        + " --notification, or large-upload");
        assertThat(refused("serve", "--large", "--reply"))
                .isEqualTo("--large cannot be used with --reply or --notify: it keeps no bytes to pass on");
    }

    private static String refused(String... arguments) {
        CommandOutput output = CommandOutput.of(arguments);
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.out()).isEmpty();
        assertThat(output.err()).startsWith("bits-conformance: ").endsWith(System.lineSeparator());
        return output.err().strip().substring("bits-conformance: ".length());
    }

    private static RunResult run(Path out, String size, Fault fault) {
        return run(out, ReferenceOptions.conformant(Document.MC_BUP).withFaults(fault), "size", size);
    }

    private static void run(Path out, String size, String option, String value) {
        RunResult result = run(out, ReferenceOptions.conformant(Document.MC_BUP), "size", size, option, value);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
    }

    private static RunResult run(Path out, ReferenceOptions options, String... more) {
        try (ReferenceServer server = ReferenceServer.start(options.takingAnySize())) {
            String[] asked = new String[more.length + 4];
            System.arraycopy(new String[] {"plan", "large", "timeout", TIMEOUT}, 0, asked, 0, 4);
            System.arraycopy(more, 0, asked, 4, more.length);
            return InProcess.run(InProcess.request(server.uploadUrl().toString(), out, asked));
        }
    }
}
