package org.bitsconformance.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.cli.RunOptions;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.run.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages for administrators and CI systems describe really works. */
class PagesTests {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(yaml|json|sh|groovy)\\n(.*?)^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+");
    private static final Pattern FILE = Pattern.compile(".*\\.(md|yaml|yml|json|xml|html|jar|sha256|com|example)");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern REFERENCE = Pattern.compile("]\\[([a-zA-Z]+)]");
    private static final Pattern RUN = Pattern.compile("bits-conformance(?:\\.jar)? run(?: [^\\n|>]*(?:\\\\\\n)?)*");
    private static final Pattern OPTION = Pattern.compile("(?<= )--([a-z-]+)");
    private static final Pattern SCHEMA = Pattern.compile("\\$schema=(\\S+)");

    @ParameterizedTest
    @ValueSource(strings = {"docs/ci.md", "docs/iis.md", "docs/schemas.md"})
    void samples_are_yaml_or_json(String page) throws IOException {
        List<MatchResult> blocks = blocks(page);
        assertThat(blocks).isNotEmpty();
        for (MatchResult block : blocks) {
            switch (block.group(1)) {
                case "yaml" ->
                    assertThat(new YAMLMapper().readTree(block.group(2))).isNotNull();
                case "json" ->
                    assertThat(new ObjectMapper().readTree(block.group(2)).isObject())
                            .isTrue();
                default -> assertThat(block.group(2)).isNotBlank();
            }
        }
    }

    @Test
    void samples_for_the_action_use_existing_inputs() throws IOException {
        List<JsonNode> uses = new ArrayList<>();
        for (MatchResult block : blocks("docs/ci.md")) {
            if (block.group(1).equals("yaml")) {
                JsonNode sample = new YAMLMapper().readTree(block.group(2));
                sample.findParents("uses").forEach(uses::add);
            }
        }
        uses.removeIf(step -> !step.path("uses").asText().startsWith("OWNER/bits-conformance@v"));
        assertThat(uses).isNotEmpty();
        for (JsonNode step : uses) {
            assertThat(ActionTests.inputs())
                    .containsAll(step.path("with").properties().stream()
                            .map(input -> input.getKey())
                            .toList());
        }
    }

    @Test
    void sample_for_gitlab_fetches_the_jar_and_exposes_the_report() throws IOException {
        String page = Files.readString(Path.of("docs/ci.md"));
        MatchResult block = BLOCK.matcher(page.substring(page.indexOf("## GitLab")))
                .results()
                .findFirst()
                .orElseThrow();
        JsonNode sample = new YAMLMapper().readTree(block.group(2));
        JsonNode script = sample.at("/bits/script");

        assertThat(script.get(0).asText()).matches("curl .*--output bits-conformance\\.jar \"\\$JAR\"");
        assertThat(sample.at("/bits/variables/JAR").asText())
                .endsWith("/v" + Suite.version() + "/bits-conformance.jar");
        assertThat(script.get(1).asText())
                .startsWith("java -jar bits-conformance.jar run ")
                .endsWith(" --out bits");
        assertThat(sample.at("/bits/artifacts/when").asText()).isEqualTo("always");
        assertThat(sample.at("/bits/artifacts/paths/0").asText()).isEqualTo("bits/");
        assertThat(sample.at("/bits/artifacts/reports/junit").asText()).isEqualTo("bits/junit.xml");
        JsonNode exposing = sample.path("bits-report");
        assertThat(exposing.at("/needs/0").asText()).isEqualTo("bits");
        assertThat(exposing.at("/artifacts/expose_as").asText()).matches("[\\w -]+");
        assertThat(exposing.at("/artifacts/paths").toString()).isEqualTo("[\"bits/report.html\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/ci.md", "docs/iis.md"})
    void options_are_those_of_run(String page) throws IOException {
        Set<String> known = Set.copyOf(RunOptions.names());
        List<String> runs = blocks(page).stream()
                .flatMap(block -> RUN.matcher(block.group(2)).results())
                .map(MatchResult::group)
                .toList();
        assertThat(runs).isNotEmpty();
        assertThat(runs.stream().flatMap(run -> OPTION.matcher(run).results()).map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(known::contains);
        assertThat(codes(page)
                        .filter(code -> code.startsWith("--"))
                        .map(code -> code.substring(2).replaceFirst(" .*", ""))
                        .filter(name -> !name.equals("network") && !name.equals("user")))
                .allMatch(name ->
                        known.contains(name) || RunOptions.namesOfObserve().contains(name));
    }

    @Test
    void requirements_and_scenarios_on_the_iis_page_exist() throws IOException {
        Catalogue catalogue = Catalogue.load();
        List<String> ids = codes("docs/iis.md")
                .filter(code ->
                        ID.matcher(code).matches() && !FILE.matcher(code).matches())
                .filter(code -> !code.startsWith("capabilities."))
                .toList();
        assertThat(ids)
                .hasSizeGreaterThan(10)
                .allSatisfy(id -> assertThat(catalogue.find(id)).as(id).isPresent());
        String page = Files.readString(Path.of("docs/iis.md"));
        for (String scenario : List.of("upload-over-limit", "session-moved", "upload-in-fragments")) {
            assertThat(page).contains("`" + scenario + "`");
            assertThat(Scenarios.all()).anyMatch(one -> one.id().equals(scenario));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_lead_somewhere(Path page) throws IOException {
        String text = Files.readString(page);
        for (MatchResult link : LINK.matcher(text).results().toList()) {
            Path other = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(other).exists();
            if (link.group(2) != null) {
                assertThat(anchors(other)).contains(link.group(2));
            }
        }
        assertThat(REFERENCE.matcher(text).results().map(found -> found.group(1)))
                .allMatch(name ->
                        text.toLowerCase(Locale.ROOT).contains("\n[" + name.toLowerCase(Locale.ROOT) + "]: https://"));
    }

    /** The anchors that GitHub makes from the headings of a page. */
    private static Stream<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'));
    }

    static Stream<Path> pages() {
        return Stream.of(
                        "README.md",
                        "CONTRIBUTING.md",
                        "docs/architecture.md",
                        "docs/driving.md",
                        "docs/judging.md",
                        "docs/server-application.md",
                        "docs/testing.md",
                        "docs/ci.md",
                        "docs/iis.md",
                        "docs/schemas.md",
                        "docs/reports.md",
                        "docs/record.md",
                        "docs/targets.md",
                        "docs/plans.md",
                        "reports/README.md",
                        "docs/compare.md",
                        "docs/client-authors.md",
                        "docs/observing.md",
                        "docs/stimuli.md")
                .map(Path::of);
    }

    @Test
    void plans_name_the_schema_of_plans() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("testplans"))) {
            List<Path> plans =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(plans).hasSizeGreaterThan(3);
            for (Path plan : plans) {
                String first = Files.readAllLines(plan).get(0);
                MatchResult found = SCHEMA.matcher(first).results().findFirst().orElseThrow();
                assertThat(plan.resolveSibling(found.group(1)).normalize())
                        .isEqualTo(Path.of("src/main/resources/schema/plan-1.schema.json"))
                        .exists();
            }
        }
    }

    @Test
    void every_schema_has_its_line() throws IOException {
        String page = Files.readString(Path.of("docs/schemas.md"));
        for (String name : List.of("plan", "target", "report", "compare")) {
            assertThat(page).contains("| `" + name + "-1.schema.json` |");
            assertThat(Path.of("src/main/resources/schema", name + "-1.schema.json"))
                    .exists();
        }
    }

    private static List<MatchResult> blocks(String page) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of(page))).results().toList();
    }

    private static Stream<String> codes(String page) throws IOException {
        String text = BLOCK.matcher(Files.readString(Path.of(page))).replaceAll("");
        return CODE.matcher(text).results().map(found -> found.group(1));
    }
}
