package org.bitsconformance.cli;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reports that stand in the repository as samples; {@code reports/sample/write.sh} writes them. */
class SampleReportsTests {

    private static final Path SAMPLES = Path.of("reports", "sample");
    private static final int LARGEST_PAGE = 300_000;
    private static final int LARGEST_PICTURE = 150_000;

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
                    .as("written anew by reports/sample/write.sh")
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
