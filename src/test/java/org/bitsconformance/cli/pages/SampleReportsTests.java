package org.bitsconformance.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.report.Reports;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample reports in the repository; {@code reports/sample/write.sh} writes them. */
class SampleReportsTests {

    private static final String STALE = "the sample is stale; run reports/sample/write.sh";
    private static final Pattern PART = Pattern.compile("(?s)<(style|script|h2)\\b.*?</\\1>");

    /** Fields that only some reports have. */
    private static final Set<String> OF_SOME_REPORTS = Set.of("reason", "diagnosis", "slowAnswers");

    /** Headings that only some runs have. */
    private static final Pattern OF_SOME_RUNS = Pattern.compile("<h2[^>]*>(At a glance|Causes|Known failures)");

    private static final Path SAMPLES = Path.of("reports", "sample");
    private static final int LARGEST_PAGE = 400_000;
    private static final int LARGEST_PICTURE = 150_000;

    @TempDir
    Path fresh;

    @ParameterizedTest
    @CsvSource({"reference, conformant", "faulty, nonconformant"})
    void are_of_the_current_form_and_harmless(String name, String verdict) throws IOException {
        Path folder = SAMPLES.resolve(name);
        String json = Files.readString(folder.resolve("report.json"));
        JsonNode report = new ObjectMapper().readTree(json);
        try (InputStream schema = getClass().getResourceAsStream("/schema/report-1.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(json, InputFormat.JSON))
                    .as("written again by reports/sample/write.sh")
                    .isEmpty();
        }
        assertThat(report.path("verdict").asText()).isEqualTo(verdict);
        assertThat(report.path("plan").asText()).isEqualTo("smoke");
        assertThat(report.at("/target/url").asText()).matches("http://127\\.0\\.0\\.1:\\d+/upload/");
        for (String file : new String[] {"report.html", "report.json", "summary.md"}) {
            assertThat(Files.readString(folder.resolve(file)))
                    .as(file)
                    .contains(verdict)
                    .doesNotContain("/home/", "/root", "/tmp/", "C:\\", "Authorization: Basic");
        }
        assertThat(Files.size(folder.resolve("report.html"))).isLessThan(LARGEST_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "faulty"})
    void are_as_this_version_writes_them(String name) throws IOException {
        RunResult result;
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP))) {
            result = InProcess.run(InProcess.request(server.uploadUrl().toString(), fresh, "only", "ping"));
        }
        Reports.write(result, fresh);
        Map<String, Object> today = facts(fresh);
        Map<String, Object> sample = facts(SAMPLES.resolve(name));
        List<String> smoke =
                RunPreparation.select(RunRequest.ofProperties(option -> option.equals("bits.plan") ? "smoke" : null))
                        .stream()
                        .map(SelectedCase::id)
                        .toList();

        assertThat(today.keySet())
                .as(STALE)
                .filteredOn(fact -> !today.get(fact).equals(sample.get(fact)))
                .isEmpty();
        List<String> catalogue = statements(json(fresh));
        assertThat(statements(json(SAMPLES.resolve(name))))
                .as(STALE)
                .filteredOn(statement -> !catalogue.contains(statement))
                .isEmpty();
        assertThat(cases(SAMPLES.resolve(name))).as(STALE).isEqualTo(smoke);
    }

    /** What a report has that does not depend on the run. */
    private static Map<String, Object> facts(Path folder) throws IOException {
        JsonNode report = json(folder);
        return Map.of(
                "the suite", report.path("suite"),
                "the fields of report.json", names(report),
                "the conflicts of the documents", topics(report),
                "the form of report.html", parts(folder));
    }

    private static List<String> cases(Path folder) throws IOException {
        List<String> ids = new ArrayList<>();
        json(folder)
                .path("scenarios")
                .forEach(scenario -> scenario.path("cases")
                        .forEach(one -> ids.add(one.path("id").asText())));
        return ids;
    }

    private static JsonNode json(Path folder) throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve("report.json")));
    }

    private static List<String> names(JsonNode report) {
        return report.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !OF_SOME_REPORTS.contains(name))
                .toList();
    }

    /** The statements of the catalogue. */
    private static List<String> statements(JsonNode report) {
        List<String> statements = new ArrayList<>();
        report.path("requirements")
                .forEach(one -> statements.add(one.path("id").asText() + ": "
                        + one.path("statement").asText() + " "
                        + one.path("level").asText() + " " + one.path("sources")));
        return statements;
    }

    /** The conflicts of the documents and how they are decided. */
    private static List<String> topics(JsonNode report) {
        List<String> topics = new ArrayList<>();
        report.at("/dialect/rows")
                .forEach(row -> topics.add(
                        row.path("id").asText() + ": " + row.path("topic").asText() + " "
                                + row.path("decision").asText()));
        return topics;
    }

    /** What a page has that does not depend on the run: its style, its script, its headings. */
    private static List<String> parts(Path folder) throws IOException {
        return PART.matcher(Files.readString(folder.resolve("report.html")))
                .results()
                .map(MatchResult::group)
                .filter(part -> !OF_SOME_RUNS.matcher(part).find())
                .toList();
    }

    @Test
    void the_picture_is_small_and_in_the_readme() throws IOException {
        assertThat(Files.size(SAMPLES.resolve("faulty.png"))).isLessThan(LARGEST_PICTURE);
        assertThat(Files.readString(Path.of("README.md")))
                .contains(
                        "](reports/sample/faulty.png)",
                        "](reports/sample/faulty/report.html)",
                        "](reports/sample/reference/report.html)");
    }
}
