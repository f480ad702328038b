package org.bitsconformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportsTests {

    @TempDir
    Path folder;

    @Test
    void writes_its_files_and_leaves_nothing_else() throws IOException {
        Reports.write(SampleRun.conformant(), folder.resolve("new/one"));
        Reports.write(SampleRun.conformant(), folder.resolve("new/one"));
        try (Stream<Path> files = Files.list(folder.resolve("new/one"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("report.json", "junit.xml", "summary.md", "report.html");
        }
    }

    @Test
    void all_say_the_same() throws Exception {
        RunResult result = SampleRun.everyVerdict(SampleRun.HOSTILE);
        Reports.write(result, folder);
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        List<Element> rows = Xml.elements(Xml.parse(Files.readString(folder.resolve("report.html"))), "tbody").stream()
                .findFirst()
                .map(body -> Xml.elements(body, "tr"))
                .orElseThrow();
        result.requirementCounts().forEach((verdict, count) -> {
            JsonNode counts = json.path("counts");
            assertThat(count).as(verdict.word()).isPositive();
            assertThat(counts.at("/requirements/" + verdict.word()).intValue()).isEqualTo(count);
            int cases = counts.at("/cases/" + verdict.word()).intValue();
            assertThat(cases).isEqualTo(result.caseCounts().get(verdict)).isPositive();
            assertThat(rows).anyMatch(row -> row.getTextContent().startsWith(verdict.word() + count + cases));
        });
        assertThat(json.at("/counts/requirements/known").intValue()).isZero();
        junitCounts(json);
    }

    private void junitCounts(JsonNode json) throws Exception {
        List<Element> suites = Xml.elements(Xml.parse(Files.readString(folder.resolve("junit.xml"))), "testsuite");
        for (Element suite : suites) {
            JsonNode counts = json.at("/counts/" + suite.getAttribute("name"));
            assertThat(Integer.parseInt(suite.getAttribute("failures")))
                    .isEqualTo(counts.path("fail").intValue()
                            + counts.path("unstable").intValue());
            assertThat(Integer.parseInt(suite.getAttribute("errors")))
                    .isEqualTo(counts.path("incomplete").intValue());
            assertThat(Integer.parseInt(suite.getAttribute("skipped")))
                    .isEqualTo(counts.path("skip").intValue());
        }
    }

    @Test
    void says_when_it_cannot_write() throws IOException {
        Files.createDirectories(folder.resolve("junit.xml/in-the-way"));
        assertThatThrownBy(() -> Reports.write(SampleRun.conformant(), folder)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("junit.xml.part")).doesNotExist();
    }
}
