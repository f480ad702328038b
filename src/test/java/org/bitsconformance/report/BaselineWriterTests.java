package org.bitsconformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineWriterTests {

    @TempDir
    Path folder;

    @Test
    void nothing_failed_is_an_empty_list() throws IOException {
        assertThat(text(SampleRun.conformant())).isEqualTo("""
            # Known failures, written by bits-conformance/0.1.0 on 2026-03-01
            # from a run of plan full against http://upload.example:8080/files/
            # Say in each reason why the failure is tolerated; docs/baselines.md describes the keys.
            known: []
            """);
    }

    @Test
    void entries_are_sorted_and_say_what_failed() throws IOException {
        JsonNode known =
                new YAMLMapper().readTree(text(SampleRun.everyVerdict(""))).path("known");
        assertThat(known.findValuesAsText("requirement"))
                .containsExactly(
                        "answer.content-length",
                        "answer.packet-type",
                        "cancel-session.status",
                        "close-session.status",
                        "fragment.received-range.value");
        assertThat(known.at("/1/reason").asText())
                .isEqualTo("Seen on 2026-03-01: The answer is not as it was expected.");
        assertThat(known.at("/1").has("case")).isFalse();
    }

    @Test
    void a_requirement_that_fails_in_some_cases_names_them() throws IOException {
        RunResult some = SampleRun.broken(3, 1);
        JsonNode all = new YAMLMapper().readTree(text(some)).path("known");
        assertThat(all.at("/0/requirement").asText()).isEqualTo("ping.status");
        assertThat(all.at("/0").has("case")).isFalse();

        JsonNode known =
                new YAMLMapper().readTree(text(SampleRun.brokenInSome())).path("known");
        assertThat(known.at("/0/case")).extracting(JsonNode::asText).containsExactly("ping.*", "close-session.late");
    }

    @Test
    void text_of_the_server_stays_on_one_line() throws IOException {
        String text = text(SampleRun.everyVerdict(SampleRun.HOSTILE));
        assertThat(text).contains("# The run was incomplete: what it did not judge is not here.\n");
        assertThat(text).doesNotContain("\u202E", "\u001B", "\u0085", "\uFEFF");
        List<String> reasons = new YAMLMapper().readTree(text).path("known").findValuesAsText("reason");
        assertThat(reasons).hasSize(5).noneMatch(reason -> reason.contains("\n"));
        assertThat(reasons.get(1)).contains("<script>alert(1)</script> ]]> --> \"'& ${7*7} <#stop> \\x00\\x1B[31m");
    }

    @Test
    void an_existing_file_is_replaced() throws IOException {
        Path file = Files.writeString(folder.resolve("b.yaml"), "known: [old]");
        BaselineWriter.write(SampleRun.conformant(), file);
        assertThat(Files.readString(file)).endsWith("known: []\n");
        assertThat(folder.resolve("b.yaml.part")).doesNotExist();
    }

    private static String text(RunResult result) throws IOException {
        StringWriter out = new StringWriter();
        BaselineWriter.write(result, out);
        return out.toString();
    }
}
