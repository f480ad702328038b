package org.bitsconformance.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.cli.RunOptions;
import org.bitsconformance.cli.pages.ActionScript.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The script of the GitHub Action passes each input on unchanged, and reports the result of the run. */
class ActionScriptTests {

    /** Characters that a shell would interpret. */
    private static final String ODD = "a b' \"$(touch injected)\"`touch injected`;*&|<>\\ ${x} --insecure";

    @TempDir
    Path folder;

    @BeforeEach
    void bash_is_there() {
        assumeTrue(ActionScript.bash().isPresent(), "bash is not on the PATH");
    }

    @Test
    void every_option_gets_its_value_unchanged() throws Exception {
        Map<String, String> inputs = new HashMap<>();
        Map<String, Object> expected = new HashMap<>();
        for (OptionSpec option : RunOptions.all()) {
            String name = RunOptions.name(option);
            if (name.equals("user")) {
                continue;
            }
            if (option.arity().max() == 0) {
                inputs.put(variable(name), "true");
                expected.put(name, true);
            } else if (option.isMultiValue()) {
                inputs.put(variable(name), name + ODD + "\n\n" + name + "-2\r\n");
                expected.put(name, List.of(name + ODD, name + "-2"));
            } else {
                inputs.put(variable(name), name + ODD);
                expected.put(name, name + ODD);
            }
        }

        Ended ended = new ActionScript(folder).run(inputs);

        assertThat(ended.exitCode()).as(ended.out()).isZero();
        ParseResult parsed = RunOptions.parsed(new ActionScript(folder).arguments());
        expected.forEach(
                (name, value) -> assertThat(value(parsed, name)).as(name).isEqualTo(value.toString()));
        assertThat(parsed.matchedOptionsSet()).hasSize(expected.size());
        assertThat(folder.resolve("injected")).doesNotExist();
    }

    @Test
    void without_inputs_passes_only_the_reports_folder() throws Exception {
        ActionScript script = new ActionScript(folder);
        script.run(Map.of("BITS_ACTION_STRICT", "false", "BITS_ACTION_URL", ""));
        assertThat(script.arguments()).containsExactly("run", "--out=reports/bits-conformance");
    }

    @Test
    void credentials_are_only_in_the_environment() throws Exception {
        ActionScript script = new ActionScript(folder);
        Ended ended = script.run(Map.of("BITS_ACTION_USER", "ann", "BITS_ACTION_PASSWORD", "PLANTED $x 'y"));
        assertThat(script.text("environment").lines())
                .contains("BITS_USER=ann", "BITS_PASSWORD=PLANTED $x 'y")
                .noneMatch(line -> line.startsWith("BITS_ACTION_PASSWORD"));
        assertThat(ended.out() + script.arguments() + script.text("output") + script.text("summary"))
                .doesNotContain("PLANTED", "ann");
    }

    @Test
    void credentials_of_the_job_stay_if_the_inputs_are_empty() throws Exception {
        ActionScript script = new ActionScript(folder);
        script.run(Map.of("BITS_ACTION_USER", "", "BITS_ACTION_PASSWORD", "", "BITS_USER", "of-the-job"));
        assertThat(script.text("environment").lines())
                .contains("BITS_USER=of-the-job")
                .noneMatch(line -> line.startsWith("BITS_PASSWORD"));
    }

    @ParameterizedTest
    @CsvSource({"0,conformant", "1,nonconformant", "3,incomplete"})
    void shows_the_summary_for_any_verdict_and_ends_like_the_run(int exitCode, String verdict) throws Exception {
        ActionScript script = new ActionScript(folder);
        Files.writeString(folder.resolve("summary"), "of an earlier step\n");

        Ended ended = script.run(Map.of(
                "BITS_ACTION_OUT",
                "my reports",
                "FAKE_FOLDER",
                "my reports",
                "FAKE_SUMMARY",
                "## " + verdict,
                "FAKE_EXIT",
                String.valueOf(exitCode)));

        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(script.text("output"))
                .isEqualTo("verdict=" + verdict + "\nexit-code=" + exitCode + "\nreport=my reports\n");
        assertThat(script.text("summary")).isEqualTo("of an earlier step\n## " + verdict + "\n");
    }

    @Test
    void shows_no_summary_of_an_earlier_run() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("reports")).resolve("summary.md"), "of yesterday");
        ActionScript script = new ActionScript(folder);

        Ended ended = script.run(Map.of("BITS_ACTION_OUT", "reports", "FAKE_EXIT", "2"));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(script.text("output")).isEqualTo("verdict=none\nexit-code=2\nreport=\n");
        assertThat(script.text("summary")).startsWith("## No run\n").doesNotContain("yesterday");
    }

    @Test
    void what_the_run_prints_gives_the_runner_no_commands() throws Exception {
        List<String> lines =
                new ActionScript(folder).run(Map.of()).out().lines().toList();
        assertThat(lines).hasSize(3);
        String token = lines.get(0).substring("::stop-commands::".length());
        assertThat(token).matches("bits-conformance-\\d{4,}");
        assertThat(lines.get(2)).isEqualTo("::" + token + "::");
    }

    @ParameterizedTest
    @CsvSource({
        "strict,maybe,input strict must be true or false",
        "url,'http://a/\n--insecure',input url must be one line",
        "out,'a\nverdict=conformant',input out must be one line",
        "jar,no.jar,'input jar: there is no file \"no.jar\"'"
    })
    void wrong_inputs_start_nothing(String input, String value, String message) throws Exception {
        ActionScript script = new ActionScript(folder);
        Ended ended = script.run(Map.of(variable(input), value));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEqualTo("bits-conformance: " + message + "\n");
        assertThat(script.javaWasCalled()).isFalse();
        assertThat(script.text("output")).isEqualTo("verdict=none\nexit-code=2\nreport=\n");
    }

    @Test
    void a_release_needs_the_tag_of_the_version() throws IOException, InterruptedException {
        String pom = Files.writeString(
                        folder.resolve("pom.xml"),
                        "<project>\n  <version>1.2.3</version>\n  <x>\n    <version>9</version>\n  </x>\n</project>\n")
                .toString();
        Path catalog = folder.resolve("jbang-catalog.json");
        Files.writeString(catalog, "{ \"script-ref\": \"a:b:1.2.3:all\" }\n");
        assertThat(checkTag("v1.2.3", pom)).isZero();
        assertThat(checkTag("v1.2.4", pom)).isEqualTo(1);
        assertThat(checkTag("1.2.3", pom)).isEqualTo(1);
        Files.writeString(catalog, "{ \"script-ref\": \"a:b:1.2.2:all\" }\n");
        assertThat(checkTag("v1.2.3", pom)).isEqualTo(1);
    }

    private static int checkTag(String tag, String pom) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        ActionScript.bash().orElseThrow().toString(), ".github/release/check-tag.sh", tag, pom)
                .start()
                .waitFor();
    }

    private static String value(ParseResult parsed, String name) {
        Object value = parsed.matchedOption("--" + name).getValue();
        return value instanceof Optional<?> some ? some.orElseThrow().toString() : value.toString();
    }

    private static String variable(String input) {
        return "BITS_ACTION_" + input.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
