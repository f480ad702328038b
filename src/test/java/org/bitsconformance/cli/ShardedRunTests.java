package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitsconformance.reference.fault.AckFault;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.report.Reports;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.KnownFailureResult;
import org.bitsconformance.result.KnownFailureResult.Fate;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.run.RunSetup;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shards share the cases of a plan, and their merge says what one run would have said. */
class ShardedRunTests {

    @TempDir
    Path folder;

    private static Stream<Arguments> servers() {
        return Stream.of(
                Arguments.of(SessionFault.CANCEL_PUBLISHES, RunVerdict.NONCONFORMANT),
                Arguments.of(FragmentFault.GAP_ACCEPTED, RunVerdict.NONCONFORMANT),
                Arguments.of(AckFault.ERROR_CODE_ON_SUCCESS, RunVerdict.NONCONFORMANT));
    }

    @Test
    void the_merge_of_a_conforming_server_is_the_whole_run() {
        the_merge_equals_the_whole_run(null, RunVerdict.CONFORMANT);
    }

    @ParameterizedTest
    @MethodSource("servers")
    @Tag("long")
    void the_merge_equals_the_whole_run(Fault fault, RunVerdict verdict) {
        Shards shards = new Shards(folder, fault);
        RunResult whole = shards.run("whole");
        shards.run(3, List.of(1), "parallel", "2");
        shards.run(3, List.of(2), "order", "4711");
        shards.run(3, List.of(3));
        RunResult merged = shards.merged("3", "1", "2");

        assertThat(merged.verdict()).as(merged.reason()).isEqualTo(verdict);
        assertThat(List.copyOf(Shards.ofCases(merged).entrySet()))
                .containsExactlyElementsOf(Shards.ofCases(whole).entrySet());
        assertThat(Shards.ofRequirements(merged)).isEqualTo(Shards.ofRequirements(whole));
        assertThat(merged.reason()).isEqualTo(whole.reason());
        assertThat(merged.judgement().notJudged()).isEqualTo(whole.judgement().notJudged());
        assertThat(merged.observedDialect()).isEqualTo(whole.observedDialect());
        assertThat(merged.causes())
                .extracting(one -> one.id())
                .isEqualTo(whole.causes().stream().map(one -> one.id()).toList());
        assertThat(merged.verdictLine()).isEqualTo(whole.verdictLine().replace("(plan full", "(plan full, 3 shards"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void every_case_of_a_plan_is_in_exactly_one_shard(int of) {
        Set<String> seen = new HashSet<>();
        List<SelectedCase> all = RunPreparation.select(request());
        for (int number = 1; number <= of; number++) {
            List<SelectedCase> part = RunPreparation.select(request("shard", number + "/" + of));
            assertThat(part).isSubsetOf(all).hasSizeBetween(all.size() / of, (all.size() + of - 1) / of);
            assertThat(part).extracting(SelectedCase::id).allMatch(seen::add);
        }
        assertThat(seen).hasSize(all.size());
    }

    @Test
    void the_order_does_not_change_the_split() {
        RunSetup plan = prepared("shard", "2/3");
        RunSetup random = prepared("shard", "2/3", "order", "random");

        assertThat(random.cases().all()).isEqualTo(plan.cases().all());
        assertThat(random.cases().part()).isEqualTo(plan.cases().part());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/5", "6/5", "x", "1/0"})
    void a_nonexistent_shard_is_refused_in_one_clear_line(String shard) {
        CommandOutput output = CommandOutput.of("run", "--shard", shard);

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .isEqualTo("bits-conformance: --shard must be I/N, the I-th of N parts with I from 1 to N, such as 2/5,"
                        + " not \""
                        + shard + "\"" + System.lineSeparator());
    }

    @Test
    void a_shard_without_cases_is_refused() {
        CommandOutput output = CommandOutput.of("list", "--only", "unknown-session", "--shard", "99/100");

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .startsWith("bits-conformance: --shard 99/100 leaves no case: ")
                .hasLineCount(1);
    }

    @Test
    void a_random_order_drives_the_cases_of_the_shard_and_no_others() throws IOException {
        RunResult result =
                new Shards(folder, null).run(4, List.of(2), "order", "17").get(0);
        List<String> driven = RecordReader.read(folder.resolve("2/transcript")).stream()
                .filter(CaseStart.class::isInstance)
                .map(event -> ((CaseStart) event).caseId())
                .toList();

        assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(driven)
                .containsExactlyInAnyOrderElementsOf(result.header().cases().selected())
                .isNotEqualTo(result.header().cases().selected());
    }

    @Test
    void a_shard_is_complete_for_its_part_and_every_report_names_the_part() throws IOException {
        RunResult result = new Shards(folder, null).run(5, List.of(2)).get(0);
        Reports.write(result, folder);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.verdictLine())
                .matches("verdict: conformant \\(plan full, shard 2/5; \\d+ requirements left to other shards\\)");
        assertThat(result.requirements())
                .allMatch(one -> one.judged() > 0 || !one.findings().isEmpty());
        assertThat(result.cases()).extracting(CaseResult::verdict).doesNotContain(Verdict.INCOMPLETE);
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        assertThat(report.at("/shard/number").intValue()).isEqualTo(2);
        assertThat(report.at("/shard/of").intValue()).isEqualTo(5);
        assertThat(report.at("/shard/casesOfPlan").intValue())
                .isEqualTo(result.header().cases().planned().size());
        assertThat(Files.readString(folder.resolve("junit.xml"))).contains(" shard 2/5\"");
        assertThat(Files.readString(folder.resolve("summary.md"))).contains("- plan: `full, shard 2/5`");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("of the plan “full”, shard 2/5. The other ")
                .contains("are left to the other shards.");
        assertThat(Files.readString(folder.resolve("allure-results/environment.properties")))
                .contains("plan = full, shard 2/5\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping.status", "cancel-session.status"})
    void only_all_shards_together_can_say_that_an_entry_no_longer_fails(String requirement) throws IOException {
        Path baseline = Files.writeString(
                folder.resolve("b.yaml"), "known:\n  - requirement: " + requirement + "\n    reason: mended\n");
        Shards shards = new Shards(folder, null);
        List<RunResult> parts = shards.run(2, List.of(1, 2), "baseline", baseline.toString());
        CommandOutput merged = shards.merge(List.of("1", "2"), "--baseline", baseline.toString());

        assertThat(parts)
                .allSatisfy(part -> assertThat(part.verdict()).isEqualTo(RunVerdict.CONFORMANT))
                .flatExtracting(RunResult::baseline)
                .extracting(KnownFailureResult::fate)
                .containsOnly(Fate.NOT_JUDGED);
        assertThat(merged.exitCode()).isEqualTo(1);
        assertThat(merged.out().replaceAll("\\s+", " ")).contains(requirement + " no longer fails: remove the entry");
    }

    @Test
    void a_build_takes_the_shard_as_a_property() {
        assertThat(IntStream.rangeClosed(1, 2)
                        .mapToObj(number ->
                                request("shard", number + "/2").cases().shard())
                        .map(shard -> shard.orElse("")))
                .containsExactly("1/2", "2/2");
    }

    private RunSetup prepared(String... options) {
        return new RunPreparation(name -> null).prepare(request(options));
    }

    private RunRequest request(String... options) {
        return InProcess.request("http://127.0.0.1:1/", folder, options);
    }
}
