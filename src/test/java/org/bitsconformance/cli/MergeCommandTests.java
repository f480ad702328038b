package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.JudgeRequest;
import org.bitsconformance.run.Rejudged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A merge says what is missing and what does not belong together, and its folder is as good as that of a run. */
class MergeCommandTests {

    private static final String FEW = "ping,create-session,upload-gap,close-session";

    @TempDir
    Path folder;

    private Shards shards;

    @BeforeEach
    void two_shards() {
        shards = new Shards(folder, null);
        shards.run(2, List.of(1, 2), "only", FEW);
    }

    @Test
    void the_merge_has_all_files_and_can_be_judged_and_compared_like_a_run() throws IOException {
        CommandOutput output = shards.merge(List.of("2", "1"));
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(output.out()).endsWith("verdict: conformant (plan full, 2 shards)" + System.lineSeparator());
        Path merged = folder.resolve("merged");
        assertThat(List.of("report.html", "report.json", "junit.xml", "summary.md", "badge.json", "run.har"))
                .allSatisfy(file -> assertThat(merged.resolve(file)).exists());
        assertFitsSchema(merged.resolve("report.json"));
        assertFitsSchema(shard(1).resolveSibling("merged/report.json"));

        RunResult again = Rejudged.of(new JudgeRequest(
                        merged.toString(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.of(folder.resolve("again").toString())))
                .result();
        assertThat(again.verdictLine()).isEqualTo("verdict: conformant (plan full, 2 shards)");
        assertThat(CommandOutput.of(
                                "compare",
                                merged.toString(),
                                folder.resolve("merged").toString(),
                                "--out",
                                folder.resolve("compared").toString())
                        .out())
                .contains("0 differences");
    }

    @Test
    void what_a_missing_shard_should_have_judged_is_incomplete() throws IOException {
        CommandOutput output = shards.merge(List.of("1"));

        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.out())
                .contains("shard 2/2 is missing")
                .endsWith("verdict: incomplete (plan full, 2 shards; shard 2/2 is missing)" + System.lineSeparator());
        RunResult result = shards.merged("1");
        assertThat(result.reason()).isEqualTo("shard 2/2 is missing");
        assertThat(result.cases())
                .filteredOn(one -> one.verdict() == Verdict.INCOMPLETE)
                .hasSize(result.cases().size() / 2)
                .extracting(CaseResult::reason)
                .allMatch(reason -> reason.contains("shard 2/2 is missing"));
        assertFitsSchema(folder.resolve("merged/report.json"));
        assertThat(Files.readString(folder.resolve("merged/report.html"))).contains("shard 2/2 is missing");
        assertThat(Files.readString(folder.resolve("merged/summary.md"))).contains("shard 2/2 is missing");
        assertThat(Files.readString(folder.resolve("merged/report.json"))).contains("\"shard 2/2 is missing\"");
    }

    @Tag("long")
    @Test
    void a_broken_requirement_is_broken_even_if_a_shard_is_missing() {
        Shards faulty = new Shards(folder, FragmentFault.GAP_ACCEPTED);
        faulty.run(2, List.of(1), "only", FEW);
        RunResult result = faulty.merged("1");

        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(result.reason()).contains("requirements broken; shard 2/2 is missing");
    }

    @Test
    void a_shard_that_was_killed_is_judged_as_far_as_it_goes() throws IOException {
        Path record = shard(2).resolve("transcript/events.jsonl");
        String text = Files.readString(record);
        int half = text.indexOf("{\"event\":\"exchange\"", text.length() / 2) + 100;
        Files.writeString(record, text.substring(0, half));
        RunResult result = shards.merged("1", "2");

        assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(result.reason()).isEqualTo("shard 2/2: the record ends here: the run was cut short");
        assertThat(result.cases()).extracting(CaseResult::verdict).contains(Verdict.PASS, Verdict.INCOMPLETE);
        List<String> ofFirst = Shards.ofCases(shards.merged("1")).entrySet().stream()
                .filter(entry -> entry.getValue() != Verdict.INCOMPLETE)
                .map(entry -> entry.getKey())
                .toList();
        assertThat(Shards.ofCases(result)).containsKeys(ofFirst.toArray(String[]::new));
        assertThat(result.cases())
                .filteredOn(one -> ofFirst.contains(one.id()))
                .extracting(CaseResult::verdict)
                .doesNotContain(Verdict.INCOMPLETE);
    }

    @Test
    void a_shard_given_twice_is_refused() {
        assertWrong("shard 1/2 is given twice: in " + shard(1) + " and in " + shard(1), "1", "2", "1");
    }

    @Test
    void a_run_of_the_whole_plan_is_not_a_shard() {
        shards.run("whole", "only", "ping");
        assertWrong(
                folder.resolve("whole") + " is not the folder of a shard: its run was not told --shard", "1", "whole");
    }

    @ParameterizedTest
    @CsvSource({
        "only,ping,plan full selects other cases in",
        "dialect,win32,the dialect is any in",
        "plan,smoke,the plan is full in",
        "shard,2/3,the number of shards is 2 in",
        "strict,true,the option --strict is false in",
        "timeout,9s,the time limit is 10000 ms in"
    })
    void shards_of_different_runs_are_refused(String option, String value, String said) {
        shards.run("other", "only", FEW, "shard", "2/2", option, value);
        CommandOutput output = shards.merge(List.of("1", "other"));

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .startsWith("bits-conformance: not shards of one run: " + said)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"url\":\"http://127.0.0.1:','\"url\":\"http://other.example:',the target is",
        "'\"suite\":\"bits-conformance/','\"suite\":\"bits-conformance/9',the version of the suite is",
        "'\"overwrite\":false','\"overwrite\":true',what is declared of the target differs"
    })
    void shards_of_different_targets_are_refused(String part, String other, String said) throws IOException {
        edit(2, text -> text.replaceFirst(Pattern.quote(part), other));
        CommandOutput output = shards.merge(List.of("1", "2"));

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .startsWith("bits-conformance: not shards of one run: " + said)
                .hasLineCount(1);
    }

    @Test
    void shards_of_servers_with_different_names_are_refused() throws IOException {
        edit(1, text -> text.replaceFirst("\"server\":null", "\"server\":\"One/1\""));
        edit(2, text -> text.replaceFirst("\"server\":null", "\"server\":\"Two/2\""));
        assertWrong(
                "not shards of one run: the Server header is One/1 in " + shard(1) + " and Two/2 in " + shard(2),
                "1",
                "2");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"number\":2','\"number\":1'",
        "'\"number\":2','\"number\":-7'",
        "'\"of\":2','\"of\":0'",
        "'\"selected\":[','\"selected\":[\"ping\",'",
        "'\"event\":\"case\",\"caseId\":\"','\"event\":\"case\",\"caseId\":\"forged-'",
        "'\"event\":\"exchange\"','\"event\":\"sabotage\"'"
    })
    void a_forged_record_is_refused_in_one_clear_line(String part, String other) throws IOException {
        edit(2, text -> text.replaceFirst(Pattern.quote(part), other));
        CommandOutput output = shards.merge(List.of("2"));

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .startsWith("bits-conformance: ")
                .contains(shard(2).toString())
                .hasLineCount(1);
    }

    @Test
    void no_shard_is_overwritten() {
        CommandOutput output =
                CommandOutput.of("merge", shard(1).toString(), shard(2).toString(), "--out", shard(1).toString());

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .contains("is the folder of shard 1/2, whose record would be lost")
                .hasLineCount(1);
    }

    @Test
    void missing_folders_are_named() {
        assertThat(CommandOutput.of("merge").err()).contains("merge takes the folders of the shards of a run");
        assertThat(CommandOutput.of("merge", folder.resolve("none").toString()).err())
                .contains("no such folder; give the folder of a shard, with its transcript");
        assertThat(CommandOutput.of("merge", folder.toString()).err()).contains("has no record");
    }

    private void assertWrong(String message, String... names) {
        CommandOutput output = shards.merge(List.of(names));
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).isEqualTo("bits-conformance: " + message + System.lineSeparator());
    }

    private Path shard(int number) {
        return folder.resolve(String.valueOf(number));
    }

    private void edit(int number, UnaryOperator<String> change) throws IOException {
        Path record = shard(number).resolve("transcript/events.jsonl");
        String text = Files.readString(record);
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(record, changed);
    }

    private void assertFitsSchema(Path report) throws IOException {
        try (InputStream schema = getClass().getResourceAsStream("/schema/report-1.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(Files.readString(report), InputFormat.JSON))
                    .isEmpty();
        }
    }
}
