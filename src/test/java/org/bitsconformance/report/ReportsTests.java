package org.bitsconformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportsTests {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void writes_its_files_and_leaves_nothing_else() throws IOException {
        Reports.write(SampleRun.conformant(), folder.resolve("new/one"));
        Reports.write(SampleRun.conformant(), folder.resolve("new/one"));
        try (Stream<Path> files = Files.list(folder.resolve("new/one"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "report.json",
                            "junit.xml",
                            "summary.md",
                            "badge.json",
                            "run.har",
                            "report.html",
                            "allure-results");
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
        junitCounts(json);
        summaryCounts(json);
        int broken = json.at("/counts/requirements/fail").intValue()
                + json.at("/counts/requirements/unstable").intValue();
        assertThat(MAPPER.readTree(folder.resolve("badge.json").toFile())
                        .path("message")
                        .textValue())
                .isEqualTo(broken + " broken, " + result.judgedRequirements() + " of "
                        + json.path("requirements").size() + " judged");
        harCounts(result);
    }

    @Test
    void all_say_the_same_about_the_baseline() throws Exception {
        RunResult result = SampleRun.everyFate(SampleRun.HOSTILE);
        Reports.write(result, folder);
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        assertThat(json.path("baseline").findValuesAsText("fate"))
                .containsExactly("known", "stale", "not judged", "not selected");
        assertThat(json.at("/baseline/0/times").intValue()).isEqualTo(1);
        assertThat(json.at("/baseline/0/first/case").textValue()).isEqualTo("close-session.after-two");
        assertThat(json.at("/baseline/2/why").textValue()).startsWith("the target's limit is 1 MiB");
        assertThat(json.at("/reason").textValue())
                .endsWith("requirements broken; baseline.yaml:3: ping.status no longer fails: remove the entry");

        Element suite = Xml.elements(Xml.parse(Files.readString(folder.resolve("junit.xml"))), "testsuite")
                .get(2);
        assertThat(suite.getAttribute("name")).isEqualTo("baseline");
        assertThat(Xml.elements(suite, "testcase"))
                .extracting(one -> one.getAttribute("name") + " "
                        + Xml.elements(one, "*").get(0).getTagName())
                .containsExactly(
                        "close-session.status system-out",
                        "ping.status failure",
                        "delivery.complete skipped",
                        "create-session.host-id.form skipped");

        Element table = Xml.elements(Xml.parse(Files.readString(folder.resolve("report.html"))), "section").stream()
                .filter(section -> section.getAttribute("id").equals("baseline"))
                .findFirst()
                .orElseThrow();
        List<Element> rows = Xml.elements(Xml.elements(table, "tbody").get(0), "tr");
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).getTextContent())
                .startsWith("knownclose-session.statusbaseline.yaml:2tolerated for now")
                .contains("https://tracker.example/17", "until 2026-12-31", "1 time, first close-session.status");
        assertThat(rows.get(1).getTextContent()).startsWith("staleping.status").contains("remove the entry");
        assertThat(rows.get(2).getTextContent()).contains("not judged", "The target's limit is 1 MiB");
        assertThat(rows.get(3).getTextContent()).contains("not selected", "The plan selects nothing");
    }

    private void junitCounts(JsonNode json) throws Exception {
        List<Element> suites = Xml.elements(Xml.parse(Files.readString(folder.resolve("junit.xml"))), "testsuite");
        assertThat(suites).extracting(suite -> suite.getAttribute("name")).contains("cases", "requirements");
        for (Element suite : suites.subList(0, 2)) {
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

    private void summaryCounts(JsonNode json) throws IOException {
        String summary = Files.readString(folder.resolve("summary.md"));
        for (Verdict verdict : Verdict.values()) {
            assertThat(summary)
                    .contains("| " + verdict.word() + " | "
                            + json.at("/counts/requirements/" + verdict.word()).intValue() + " | "
                            + json.at("/counts/cases/" + verdict.word()).intValue() + " |");
        }
    }

    private void harCounts(RunResult result) throws IOException {
        JsonNode log = MAPPER.readTree(folder.resolve("run.har").toFile()).path("log");
        assertThat(log.path("entries"))
                .hasSize(result.cases().stream()
                        .mapToInt(one -> one.exchanges().size())
                        .sum());
        List<String> verdicts = log.path("pages").findValuesAsText("_verdict");
        result.caseCounts()
                .forEach((verdict, count) -> assertThat(Collections.frequency(verdicts, verdict.word()))
                        .as(verdict.word())
                        .isEqualTo(count));
    }

    @Test
    void says_when_it_cannot_write() throws IOException {
        Files.createDirectories(folder.resolve("junit.xml/in-the-way"));
        assertThatThrownBy(() -> Reports.write(SampleRun.conformant(), folder)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("junit.xml.part")).doesNotExist();
    }
}
