package org.bitsconformance.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitsconformance.cli.RunOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code action.yml}, the workflows and the {@code Dockerfile}, as far as they can be checked without running them. */
class ActionTests {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern INPUT = Pattern.compile("inputs\\.([a-z-]+)");
    private static final Pattern SCRIPT = Pattern.compile("\\.github/[\\w/-]+\\.sh|\\.ci/run");

    @Test
    void every_option_of_run_is_an_input() throws IOException {
        Set<String> expected = new TreeSet<>(RunOptions.names());
        assertThat(expected).contains("url", "plan", "strict");
        expected.addAll(List.of("password", "jar", "artifact"));
        assertThat(inputs()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_input_is_used_and_no_other() throws IOException {
        Set<String> used = INPUT.matcher(yaml("action.yml").path("runs").toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrderElementsOf(inputs());
    }

    @Test
    void every_input_for_the_run_reaches_its_script_under_its_name() throws IOException {
        JsonNode run = steps(yaml("action.yml")).stream()
                .filter(step -> step.path("id").asText().equals("run"))
                .findFirst()
                .orElseThrow();
        Set<String> expected = inputs();
        expected.removeAll(Set.of("artifact", "jar"));
        for (String input : expected) {
            String variable = "BITS_ACTION_" + input.toUpperCase(Locale.ROOT).replace('-', '_');
            assertThat(run.path("env").path(variable).asText()).as(variable).isEqualTo("${{ inputs." + input + " }}");
        }
    }

    @Test
    void every_input_has_a_description_and_a_default() throws IOException {
        assertThat(yaml("action.yml").path("inputs"))
                .allSatisfy(
                        input -> assertThat(input.path("description").asText()).isNotBlank())
                .allMatch(input -> input.path("default").isTextual());
    }

    @ParameterizedTest
    @ValueSource(strings = {"action.yml", ".github/workflows/build.yml", ".github/workflows/release.yml"})
    void scripts_have_no_expressions_and_exist(String file) throws IOException {
        List<String> scripts = steps(yaml(file)).stream()
                .filter(step -> step.has("run"))
                .map(step -> step.path("run").asText())
                .toList();
        assertThat(scripts).isNotEmpty().noneMatch(script -> script.contains("${{"));
        assertThat(scripts.stream()
                        .flatMap(script -> SCRIPT.matcher(script).results())
                        .map(found -> found.group()))
                .isNotEmpty()
                .allSatisfy(
                        path -> assertThat(Path.of(path.replaceFirst("^/", ""))).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"action.yml", ".github/workflows/build.yml", ".github/workflows/release.yml"})
    void uses_only_actions_that_github_itself_publishes(String file) throws IOException {
        assertThat(steps(yaml(file)))
                .filteredOn(step -> step.has("uses"))
                .isNotEmpty()
                .allMatch(step -> step.path("uses").asText().matches("\\./|actions/[a-z-]+@v\\d+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "release"})
    void workflows_may_only_read(String name) throws IOException {
        JsonNode workflow = yaml(".github/workflows/" + name + ".yml");
        assertThat(workflow.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        workflow.path("jobs").properties().forEach(job -> {
            boolean publishes = name.equals("release") && job.getKey().equals("publish");
            assertThat(job.getValue().path("permissions").toString())
                    .as(job.getKey())
                    .isEqualTo(publishes ? "{\"contents\":\"write\"}" : "");
        });
    }

    @Test
    void a_release_is_built_once_and_published_last() throws IOException {
        List<String> steps = new ArrayList<>();
        yaml(".github/workflows/release.yml")
                .at("/jobs/build/steps")
                .forEach(step ->
                        steps.add(step.path("run").asText(step.path("uses").asText())));

        assertThat(steps)
                .filteredOn(step -> step.contains("mvn ") || step.contains(".ci/run"))
                .singleElement()
                .asString()
                .contains("-Prelease deploy ")
                .doesNotContain("quick", "skip");
        assertThat(steps.subList(steps.size() - 4, steps.size()))
                .satisfiesExactly(
                        build -> assertThat(build).contains("mvn "),
                        sums -> assertThat(sums).contains("sha256sum bits-conformance.jar > "),
                        upload -> assertThat(upload).contains("actions/upload-artifact@"),
                        publish -> assertThat(publish).contains(".github/release/publish.sh"));
        assertThat(Files.readString(Path.of(".github/release/publish.sh")))
                .containsSubsequence(
                        "sha256sum --check bits-conformance.jar.sha256",
                        "cmp target/bits-conformance.jar",
                        "deploy:deploy-file");
    }

    @Test
    void the_workflow_uses_the_action_with_existing_inputs() throws IOException {
        List<JsonNode> uses = steps(yaml(".github/workflows/build.yml")).stream()
                .filter(step -> step.path("uses").asText().equals("./"))
                .toList();
        assertThat(uses).hasSizeGreaterThan(1);
        for (JsonNode step : uses) {
            assertThat(inputs())
                    .containsAll(step.path("with").properties().stream()
                            .map(input -> input.getKey())
                            .toList());
        }
    }

    @Test
    void the_image_copies_existing_files() throws IOException {
        List<String> kept = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        List<String> copied = Files.readAllLines(Path.of("Dockerfile")).stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .map(line -> Arrays.asList(line.split(" ")))
                .flatMap(words -> words.subList(1, words.size() - 1).stream())
                .toList();
        assertThat(copied)
                .hasSizeGreaterThan(3)
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
        assertThat(kept)
                .allSatisfy(path -> assertThat(Path.of(path)).exists())
                .allMatch(path -> copied.stream().anyMatch(path::startsWith));
        assertThat(copied).allMatch(path -> kept.stream().anyMatch(one -> one.startsWith(path)));
    }

    static Set<String> inputs() throws IOException {
        return yaml("action.yml").path("inputs").properties().stream()
                .map(input -> input.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode yaml(String file) throws IOException {
        return YAML.readTree(Path.of(file).toFile());
    }

    /** The steps of an action or of all jobs of a workflow. */
    private static List<JsonNode> steps(JsonNode file) {
        List<JsonNode> steps = new ArrayList<>();
        file.path("runs").path("steps").forEach(steps::add);
        file.path("jobs").forEach(job -> job.path("steps").forEach(steps::add));
        return steps;
    }
}
