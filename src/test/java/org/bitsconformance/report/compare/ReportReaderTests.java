package org.bitsconformance.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.bitsconformance.report.SampleReports;
import org.bitsconformance.report.SampleRun;
import org.bitsconformance.report.text.AsciiJson;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTests {

    @TempDir
    Path folder;

    @Test
    void reads_what_was_written() throws Exception {
        RunResult result = SampleRun.everyVerdict("");
        ReportedRun run = new ReportReader(SampleReports.write(result, folder)).read();
        assertThat(run.url()).isEqualTo(result.header().target().url());
        assertThat(run.verdict().word()).isEqualTo("nonconformant");
        assertThat(run.requirements()).hasSize(result.requirements().size());
        ReportedRequirement broken = run.requirements().get("answer.packet-type");
        assertThat(broken.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(broken.broken()).isEqualTo(2);
        assertThat(broken.observed()).isEqualTo("BITS-Packet-Type: Nack");
        assertThat(broken.caseId()).contains("create-session.mixed-case");
        assertThat(run.readings().get("create-success-status").value()).isEqualTo("win32");
        assertThat(run.capabilities().get("overwrite").value()).isEqualTo("not declared");
    }

    @Test
    void accepts_the_file_as_well_as_its_folder() throws Exception {
        Path file = SampleReports.conformant(folder).resolve("report.json");
        assertThat(new ReportReader(file).read().verdict().word()).isEqualTo("conformant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "{\"schemaVersion\": 1}",
                "not json",
                "{\"schemaVersion\":1}}",
                "[[[["
            })
    void refuses_what_is_not_a_report_in_one_line(String text) throws IOException {
        Files.writeString(folder.resolve("report.json"), text);
        refused(folder.resolve("report.json").toString());
    }

    @Test
    void refuses_what_is_not_text() throws IOException {
        Files.write(folder.resolve("report.json"), new byte[] {0, -1, -2, 0});
        refused("is not JSON");
    }

    @Test
    void refuses_deep_nesting() throws IOException {
        Files.writeString(folder.resolve("report.json"), "[".repeat(100_000));
        refused("is not JSON");
    }

    @Test
    void says_what_is_missing() throws IOException {
        refused(folder + " is not the folder of a run: it has no report.json");
        assertThatThrownBy(() -> new ReportReader(folder.resolve("nothing")).read())
                .hasMessage(
                        folder.resolve("nothing") + ": no such folder; give the folder of a run, with its report.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schemaVersion | 2 | schemaVersion must be 1, not 2",
                "schemaVersion | \"1\" | schemaVersion must be 1, not \"1\"",
                "plan | 7 | plan must be a text, not 7",
                "target | {} | target.url must be a text, not missing",
                "verdict | \"green\" | verdict must be one of conformant, nonconformant, incomplete, not \"green\"",
                "requirements | {} | requirements must be a list, not {}",
                "requirements | [7] | requirements[0].id must be an id, not missing",
                "requirements | [{\"id\":\"<b>\\u001b\"}] | requirements[0].id must be an id, not \"<b>\\u001B\"",
                "requirements | [{\"id\":\"a\"}] | requirements[0].verdict must be one of",
                "requirements | [{\"id\":\"a\",\"verdict\":\"pass\",\"judged\":-1}] | requirements[0].judged must be a"
                        + " number",
                "requirements | [{\"id\":\"a\",\"verdict\":\"pass\",\"judged\":99999999999}] | requirements[0].judged"
                        + " must be",
                "dialect | [] | dialect.asked must be a text, not missing",
            })
    void names_the_key_that_is_wrong(String key, String value, String message) throws IOException {
        SampleReports.edited(SampleReports.conformant(folder), set(key, value));
        refused(folder.resolve("report.json") + ": " + message);
    }

    @Test
    void cuts_texts_and_tolerates_what_older_reports_lack() throws Exception {
        SampleReports.edited(SampleReports.conformant(folder), report -> {
            report.put("reason", "r".repeat(100_000));
            report.remove("capabilities");
            ((ObjectNode) report.path("target")).remove("server");
        });
        ReportedRun run = new ReportReader(folder).read();
        assertThat(run.reason().orElseThrow()).hasSizeLessThan(ReportReader.LONGEST_TEXT + 100);
        assertThat(run.capabilities()).isEmpty();
        assertThat(run.server()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.bitsconformance.report.document.ReportDocumentTests#samples")
    void what_was_read_is_written_again_unchanged(RunResult result) throws Exception {
        Path file = SampleReports.write(result, folder).resolve("report.json");
        StringWriter again = new StringWriter();
        AsciiJson.write(new ReportReader(folder).read().report(), again);
        assertThat(again).hasToString(Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenarios | 7",
                "scenarios | [7, {\"id\": [], \"cases\": {}}]",
                "causes | {}",
                "states | [{\"state\": {}, \"requirements\": 1}]",
                "baseline | [{\"fate\": \"forgiven\"}]",
                "durationMs | \"long\"",
                "reason | {}",
                "counts | []",
                "extra | {\"a\": 1}",
                "capabilities | [{\"name\": \"overwrite\", \"value\": true, \"source\": \"guessed\"}]",
                "requirements | [{\"id\":\"a\",\"verdict\":\"pass\",\"judged\":1,\"broken\":1,\"findings\":[7,"
                        + " {\"verdict\":\"odd\"}]}]",
                "requirements | [{\"id\":\"a\",\"verdict\":\"pass\",\"judged\":1,\"broken\":1,\"findings\":7}]",
            })
    void skips_values_in_an_unknown_form(String key, String value) throws Exception {
        SampleReports.edited(SampleReports.conformant(folder), set(key, value));
        ReportedRun run = new ReportReader(folder).read();
        assertThat(run.url()).isEqualTo("http://upload.example:8080/files/");
        assertThat(Comparison.of(List.of(run, run)).regressions()).isEmpty();
    }

    private static Consumer<ObjectNode> set(String key, String value) {
        return report -> report.putRawValue(key, new RawValue(value));
    }

    private void refused(String message) {
        assertThatThrownBy(() -> new ReportReader(folder).read())
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("[\\r\\n\\x1B]"));
    }
}
