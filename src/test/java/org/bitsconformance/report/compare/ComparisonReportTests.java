package org.bitsconformance.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.report.JsonSchemas;
import org.bitsconformance.report.SampleReports;
import org.bitsconformance.report.SampleRun;
import org.bitsconformance.report.Xml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ComparisonReportTests {

    @TempDir
    static Path folder;

    private static Comparison comparison;

    @BeforeAll
    static void write_a_comparison_of_hostile_runs() throws Exception {
        Path hostile = SampleReports.edited(SampleReports.hostile(folder.resolve("b")), report -> {
            report.put("plan", SampleRun.HOSTILE);
            ((ObjectNode) report.path("target")).put("url", "http://b.example/" + SampleRun.HOSTILE);
            ((ObjectNode) report.at("/capabilities/0")).put("value", SampleRun.HOSTILE);
            ((ObjectNode) report.at("/dialect/rows/0")).put("topic", SampleRun.HOSTILE);
        });
        Path broken = SampleReports.broken(folder.resolve("c"));
        comparison = Comparison.of(
                ReportedRun.read(List.of(SampleReports.conformant(folder.resolve("a")), hostile, broken)));
        ComparisonReport.write(comparison, "bits-conformance/0.1.0", folder.resolve("out"));
    }

    @Test
    void writes_two_files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("compare.html", "compare.json");
        }
    }

    @Test
    void json_is_valid_and_says_what_the_model_does() throws IOException {
        String text = Files.readString(folder.resolve("out/compare.json"));
        assertThat(JsonSchemas.errors("compare-1.schema.json", text)).isEmpty();
        assertThat(text).matches("\\p{ASCII}*");
        JsonNode json = new ObjectMapper().readTree(text);
        assertThat(json.path("runs").findValuesAsText("run")).containsExactly("1", "2", "3");
        assertThat(json.at("/counts/different").intValue())
                .isEqualTo(comparison.different().size());
        assertThat(json.at("/counts/regressions").intValue())
                .isEqualTo(comparison.regressions().size())
                .isPositive();
        assertThat(json.path("regressions").findValuesAsText("requirement")).contains("ping.status");
        JsonNode first = json.at("/requirements/0");
        assertThat(first.path("regression").booleanValue()).isTrue();
        assertThat(first.path("cells")).hasSize(3);
        assertThat(json.at("/runs/1/plan").textValue()).isEqualTo(SampleRun.HOSTILE);
    }

    @Test
    void schema_refuses_what_it_does_not_know() throws IOException {
        String text = Files.readString(folder.resolve("out/compare.json"));
        assertThat(JsonSchemas.errors("compare-1.schema.json", text.replaceFirst("\\{", "{\"extra\":1,")))
                .isNotEmpty();
        assertThat(JsonSchemas.errors("compare-1.schema.json", text.replace("\"group\" : \"A\"", "\"group\" : \"\"")))
                .isNotEmpty();
    }

    @Test
    void page_is_well_formed_and_loads_nothing() throws Exception {
        String html = Files.readString(folder.resolve("out/compare.html"));
        Document page = Xml.parse(html);
        assertThat(Stream.of("script", "link", "img", "iframe", "object", "embed", "form", "base")
                        .flatMap(name -> Xml.elements(page, name).stream()))
                .isEmpty();
        assertThat(Xml.elements(page, "*"))
                .noneMatch(element -> element.hasAttribute("src") || element.hasAttribute("style"));
        assertThat(Xml.elements(page, "h1").get(0).getTextContent())
                .isEqualTo(comparison.regressions().size() + " regressions");
        assertThat(html).contains("default-src 'none'", "prefers-color-scheme: dark");
        assertThat(Xml.elements(page, "style").get(0).getTextContent()).doesNotContain("@import", "url(");
        List<String> ids = Xml.elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Xml.elements(page, "a"))
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(ids).contains(link.getAttribute("href").substring(1)));
    }

    @Test
    void page_shows_text_from_outside_as_text() throws Exception {
        String html = Files.readString(folder.resolve("out/compare.html"));
        assertThat(html)
                .doesNotContain("<script", "<#stop", "]]>", "49 &lt;#stop")
                .doesNotContain("\u0000", "\u001B", "\u0085", "\u202E", "\u2066", "\u200B", "\uFEFF", "\uFFFE", "\r");
        assertThat(Xml.parse(html).getDocumentElement().getTextContent())
                .contains(
                        "http://upload.example:8080/files/",
                        "BITS-Packet-Type: Nack<script>alert(1)</script> ]]>",
                        "\\u202Edlrow");
    }

    @Test
    void page_has_a_row_for_each_requirement_differences_first() throws Exception {
        Document page = Xml.parse(Files.readString(folder.resolve("out/compare.html")));
        List<Element> rows = Xml.elements(page, "table").stream()
                .filter(table -> table.getAttribute("class").equals("compared"))
                .flatMap(table -> Xml.elements(Xml.elements(table, "tbody").get(0), "tr").stream())
                .toList();
        assertThat(rows).hasSize(comparison.requirements().size());
        assertThat(rows.get(0).getTextContent())
                .startsWith(comparison.requirements().get(0).id())
                .contains("regression");
        assertThat(rows).allSatisfy(row -> assertThat(Xml.elements(row, "td")).hasSize(3));
        Element ping = rows.stream()
                .filter(row -> row.getTextContent().startsWith("ping.status"))
                .findFirst()
                .orElseThrow();
        assertThat(Xml.elements(ping, "td"))
                .extracting(cell -> cell.getTextContent().substring(0, 5))
                .containsExactly("Apass", "Apass", "Bfail");
        assertThat(ping.getTextContent()).contains("judged 3 times, broken 3, first in ping.number-0");
    }

    @Test
    void tables_have_captions_and_scopes() throws Exception {
        Document page = Xml.parse(Files.readString(folder.resolve("out/compare.html")));
        assertThat(Xml.elements(page, "table"))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(Xml.elements(table, "caption")).hasSize(1));
        assertThat(Xml.elements(page, "th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("row", "col"));
    }
}
