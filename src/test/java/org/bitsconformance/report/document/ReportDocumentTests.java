package org.bitsconformance.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.report.SampleRun;
import org.bitsconformance.report.text.AsciiJson;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

public class ReportDocumentTests {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Schema schema = schema();

    @ParameterizedTest
    @MethodSource("samples")
    void is_valid(RunResult result) throws IOException {
        assertThat(errors(text(result))).isEmpty();
    }

    public static Stream<RunResult> samples() {
        return Stream.of(
                SampleRun.everyVerdict(""),
                SampleRun.everyVerdict(SampleRun.HOSTILE),
                SampleRun.everyFate(SampleRun.HOSTILE),
                SampleRun.withCauses(SampleRun.HOSTILE),
                SampleRun.conformant(),
                SampleRun.untestable("nobody listens there"),
                SampleRun.broken(60, 10));
    }

    @Test
    void has_the_causes_and_the_advice_of_findings() throws IOException {
        JsonNode json = new ObjectMapper().readTree(text(SampleRun.withCauses("")));
        assertThat(json.at("/causes/1/id").textValue()).isEqualTo("blanks-kept");
        assertThat(json.at("/causes/1/explains/0").textValue()).isEqualTo("create-session.status");
        JsonNode explained = requirement("create-session.status", json);
        assertThat(explained.at("/causes/0").textValue()).isEqualTo("blanks-kept");
        assertThat(requirement("answer.packet-type", json).path("causes").toString())
                .isEqualTo("[\"header-misspelt\",\"blanks-kept\"]");
        assertThat(explained.at("/findings/0/lookAt").textValue()).isEqualTo("Trim header values.");
    }

    private static JsonNode requirement(String id, JsonNode report) {
        for (JsonNode one : report.path("requirements")) {
            if (one.path("id").textValue().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no requirement " + id);
    }

    @Test
    void example_of_the_documents_is_valid() throws IOException {
        String document = Files.readString(Path.of("docs/reports.md"));
        int begin = document.indexOf("```json\n") + "```json\n".length();
        assertThat(errors(document.substring(begin, document.indexOf("```", begin))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdict", "counts", "suite", "requirements", "notJudged"})
    void schema_asks_for_every_key(String key) throws IOException {
        ObjectNode report = (ObjectNode) tree(SampleRun.everyVerdict(""));
        report.remove(key);
        assertThat(errors(report.toString())).isNotEmpty();
    }

    @Test
    void schema_refuses_what_it_does_not_know() throws IOException {
        ObjectNode report = (ObjectNode) tree(SampleRun.everyVerdict(""));
        ((ObjectNode) report.path("requirements").get(0)).put("verdict", "green");
        assertThat(errors(report.toString())).isNotEmpty();
        assertThat(errors(tree(SampleRun.conformant()).deepCopy().toString().replaceFirst("\\{", "{\"extra\":1,")))
                .isNotEmpty();
    }

    @Test
    void says_what_was_run() throws IOException {
        JsonNode report = tree(SampleRun.everyVerdict(""));
        assertThat(report.at("/schemaVersion").intValue()).isEqualTo(1);
        assertThat(report.at("/suite/name").textValue()).isEqualTo("bits-conformance");
        assertThat(report.at("/suite/version").textValue()).isEqualTo("0.1.0");
        assertThat(report.at("/target/url").textValue()).isEqualTo("http://upload.example:8080/files/");
        assertThat(report.at("/target/server").textValue()).isEqualTo("Sample/1.0 ");
        assertThat(report.at("/dialect/asked").textValue()).isEqualTo("any");
        assertThat(report.at("/dialect/observed").textValue()).isEqualTo("win32");
        assertThat(report.at("/startedAt").textValue()).isEqualTo("2026-03-01T09:30:00.250Z");
        assertThat(report.at("/durationMs").intValue()).isEqualTo(4321);
        assertThat(report.at("/verdict").textValue()).isEqualTo("nonconformant");
        assertThat(report.at("/notJudged/0").textValue()).isEqualTo("delivery not judged");
    }

    @Test
    void says_what_is_known_about_what_is_left_to_the_server() throws IOException {
        JsonNode overwrite = tree(SampleRun.everyVerdict("")).at("/capabilities/4");
        assertThat(overwrite.at("/name").textValue()).isEqualTo("overwrite");
        assertThat(overwrite.at("/value").textValue()).isEqualTo("not declared");
        assertThat(overwrite.at("/source").textValue()).isEqualTo("assumed");
        assertThat(overwrite.at("/follows").textValue()).endsWith("delivery.not-overwritten is skipped");
    }

    @Test
    void has_the_result_of_each_drive() throws IOException {
        JsonNode report = tree(SampleRun.everyVerdict(""));
        assertThat(report.findValuesAsText("drives")).hasSize(1);
        assertThat(report.findValue("drives").findValuesAsText("verdict")).containsExactly("fail", "pass");
    }

    @Test
    void lists_answers_near_the_time_limit() throws IOException {
        JsonNode slow = tree(SampleRun.everyVerdict("")).path("slowAnswers");
        assertThat(slow).hasSize(1);
        assertThat(slow.at("/0/case").asText()).isEqualTo("cancel-session.after-two");
        assertThat(slow.at("/0/millis").asLong()).isEqualTo(4_200);
        assertThat(tree(SampleRun.conformant()).has("slowAnswers")).isFalse();
    }

    @Test
    void says_what_was_sent_and_what_came_back() throws IOException {
        JsonNode traffic = tree(SampleRun.conformant()).at("/traffic");
        assertThat(traffic.at("/requests").longValue()).isEqualTo(1_559);
        assertThat(traffic.at("/bytesSent").longValue()).isEqualTo(7_019_422);
        assertThat(traffic.at("/bytesReceived").longValue()).isEqualTo(6_028_909);
    }

    @Test
    void leaves_out_empty_values() throws IOException {
        JsonNode report = tree(SampleRun.conformant());
        assertThat(report.has("reason")).isFalse();
        assertThat(report.has("diagnosis")).isFalse();
        assertThat(report.at("/target").has("server")).isFalse();
    }

    @Test
    void names_the_diagnosis() throws IOException {
        JsonNode report = tree(SampleRun.untestable("nobody listens there"));
        assertThat(report.at("/verdict").textValue()).isEqualTo("incomplete");
        assertThat(report.at("/diagnosis").textValue()).isEqualTo("nobody listens there");
    }

    @Test
    void lists_findings_that_are_not_a_pass() throws IOException {
        JsonNode finding = requirement("answer.packet-type", tree(SampleRun.everyVerdict("")))
                .at("/findings/0");
        assertThat(finding.at("/verdict").textValue()).isEqualTo("fail");
        assertThat(finding.at("/case").textValue()).isEqualTo("create-session.mixed-case");
        assertThat(finding.at("/exchange").textValue()).isEqualTo("x3");
        assertThat(finding.at("/actual").textValue()).isEqualTo("BITS-Packet-Type: Nack");
    }

    @Test
    void says_how_many_findings_it_leaves_out() throws IOException {
        JsonNode broken = Stream.iterate(0, i -> i + 1)
                .limit(35)
                .map(tree(SampleRun.broken(60, 1)).path("requirements")::get)
                .filter(one -> one.path("id").textValue().equals("ping.status"))
                .findFirst()
                .orElseThrow();
        assertThat(broken.path("findings")).hasSize(50);
        assertThat(broken.path("findingsOmitted").intValue()).isEqualTo(10);
    }

    @Test
    void keeps_text_from_the_server_unchanged() throws IOException {
        String json = text(SampleRun.everyVerdict(SampleRun.HOSTILE));
        assertThat(json).matches("\\p{ASCII}*");
        assertThat(MAPPER.readTree(json).at("/target/server").textValue()).isEqualTo("Sample/1.0 " + SampleRun.HOSTILE);
    }

    private List<Error> errors(String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    static JsonNode tree(RunResult result) throws IOException {
        return MAPPER.readTree(text(result));
    }

    public static String text(RunResult result) throws IOException {
        StringWriter out = new StringWriter();
        AsciiJson.write(ReportDocument.of(result), out);
        return out.toString();
    }

    private static Schema schema() {
        try (InputStream in = ReportDocumentTests.class.getResourceAsStream("/schema/report-1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
