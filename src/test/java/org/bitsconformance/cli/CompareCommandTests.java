package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.report.SampleReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTests {

    @TempDir
    Path folder;

    @Test
    void says_where_runs_differ_and_writes_both_files() throws IOException {
        Path before = SampleReports.conformant(folder.resolve("before"));
        Path after = SampleReports.broken(folder.resolve("after"));
        CommandOutput output = compare(before, after);
        assertThat(output.exitCode()).isZero();
        assertThat(output.err()).isEmpty();
        assertThat(output.out())
                .contains(
                        "\nping.status  A pass (1); B fail (2)\n",
                        "\nREGRESSION  ping.status: pass in run 1, fail in run 2\n",
                        "compare.html\n",
                        " requirements: 1 difference, 1 regression\n");
        assertThat(folder.resolve("out/compare.html")).isNotEmptyFile();
        assertThat(folder.resolve("out/compare.json")).isNotEmptyFile();
    }

    @Test
    void a_regression_fails_the_command_if_requested() throws IOException {
        Path before = SampleReports.conformant(folder.resolve("before"));
        Path after = SampleReports.broken(folder.resolve("after"));
        assertThat(compare(before, after, "--fail-on-regression").exitCode()).isEqualTo(1);
        assertThat(compare(after, before, "--fail-on-regression").exitCode()).isZero();
        assertThat(compare(before, before, "--fail-on-regression").exitCode()).isZero();
        assertThat(compare(before, SampleReports.untestable(folder.resolve("gone")), "--fail-on-regression")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void requirements_that_only_some_runs_judged_are_counted() throws IOException {
        CommandOutput output = compare(
                SampleReports.hostile(folder.resolve("before")), SampleReports.conformant(folder.resolve("after")));
        assertThat(output.out())
                .contains(" judged only in some of the runs\n", ", 0 regressions\n")
                .doesNotContain("answer.packet-type");
    }

    @Test
    void what_a_server_sent_does_no_harm_on_the_console() throws IOException {
        CommandOutput output = compare(
                SampleReports.conformant(folder.resolve("before")), SampleReports.hostile(folder.resolve("after")));
        assertThat(output.out()).matches("[\\n\\x20-\\x7E…]*");
        assertThat(output.out().lines().filter(line -> !line.contains(folder.toString())))
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(79));
    }

    @Test
    void wrong_usage_is_one_line() throws IOException {
        Path one = SampleReports.conformant(folder.resolve("one"));
        refused(CommandOutput.of("compare"), "compare takes the folders of 2 to 26 runs, not 0");
        refused(CommandOutput.of("compare", one.toString()), "not 1; see bits-conformance compare --help");
        refused(
                compare(one, folder.resolve("two")),
                folder.resolve("two") + ": no such folder; give the folder of a run");
        refused(compare(one, folder), folder + " is not the folder of a run: it has no report.json");
        refused(CommandOutput.of("compare", one.toString(), one.toString(), "--fail"), "unknown option \"--fail\"");
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("report.json"), "{\"schemaVersion\": 1, \"target\": ");
        refused(compare(one, broken), broken.resolve("report.json") + ": is not JSON at line 1");
        Files.writeString(folder.resolve("out"), "a file in the way");
        refused(compare(one, one), "--out " + folder.resolve("out") + " cannot be written");
    }

    private CommandOutput compare(Path before, Path after, String... options) {
        List<String> arguments = new ArrayList<>(List.of("compare", before.toString(), after.toString()));
        arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(options));
        return CommandOutput.of(arguments.toArray(String[]::new));
    }

    private static void refused(CommandOutput output, String message) {
        assertThat(output.exitCode()).isEqualTo(Main.WRONG_USAGE);
        assertThat(output.out()).isEmpty();
        assertThat(output.err()).contains(message).doesNotContain("\tat ");
        assertThat(output.err().lines()).hasSize(1);
    }
}
