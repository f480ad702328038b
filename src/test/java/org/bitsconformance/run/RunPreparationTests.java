package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.CleanUp;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.UploadSettings;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.http.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options take precedence over the target file, the target file over the plan, and the plan over the defaults. */
class RunPreparationTests {

    private static final List<String> ONLY_BY_NAME = Scenarios.all().stream()
            .filter(Scenarios.Described::onlyByName)
            .map(Scenarios.Described::id)
            .filter(id -> !id.equals(SelectedCase.OF_WORDS))
            .toList();

    private static final String URL = "http://localhost/up/";

    @TempDir
    Path folder;

    @Test
    void with_only_a_url_the_defaults_apply() {
        RunSetup setup = prepare(Map.of(), "url", URL);
        assertThat(setup.target().url()).isEqualTo(URL);
        assertThat(setup.target().requests().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(setup.target().uploads().readBack()).isEqualTo(ReadBackMode.AUTO);
        assertThat(setup.target().access().user()).isEmpty();
        assertThat(setup.target().requests().headers()).isEmpty();
        assertThat(setup.target().requests().methodOverride()).isFalse();
        assertThat(setup.target().uploads().mode()).hasToString("upload");
        assertThat(setup.target().uploads().readBack()).hasToString("auto");
        assertThat(setup.judging().dialect()).isEqualTo(Dialect.ANY);
        assertThat(setup.cases().plan()).isEqualTo("full");
        assertThat(setup.judging().strict()).isFalse();
        assertThat(setup.out().getParent()).isEqualTo(Path.of("reports"));
    }

    @Test
    void the_order_is_the_plans_or_a_repeatable_random_one() {
        assertThat(prepare(Map.of(), "url", URL).cases().order()).isEqualTo(Order.PLAN);
        assertThat(prepare(Map.of(), "url", URL, "order", "4711").cases().order())
                .hasToString("4711");
        assertThatThrownBy(() -> prepare(Map.of(), "url", URL, "order", "backwards"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--order must be plan, random or a seed (a whole number of at most 18 digits), not"
                        + " \"backwards\"");
    }

    @Test
    void an_option_or_the_target_file_says_how_many_cases_are_driven_at_once() throws IOException {
        String file = file("url: http://file/up/\nparallel: 3\n");
        assertThat(prepare(Map.of(), "url", URL).pace().parallel()).isEqualTo(1);
        assertThat(prepare(Map.of(), "target", file).pace().parallel()).isEqualTo(3);
        assertThat(prepare(Map.of(), "target", file, "parallel", "64").pace().parallel())
                .isEqualTo(64);
        assertThat(prepare(Map.of(), "target", file).oneAtATime().pace().parallel())
                .isEqualTo(1);
        assertThatThrownBy(() -> prepare(Map.of(), "url", URL, "parallel", "0"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--parallel must be a whole number from 1 to 64, not \"0\"");
    }

    @Test
    void the_plan_has_the_budget_and_the_target_file_the_clean_up() throws IOException {
        String plan = Files.writeString(
                        folder.resolve("plan.yaml"), "name: m\ntitle: M\ninclude: [ping]\nbudget: {bytes: 1 KB}\n")
                .toString();
        assertThat(prepare(Map.of(), "url", URL).pace().budget()).isEqualTo(Budget.UNLIMITED);
        assertThat(prepare(Map.of(), "plan", plan, "target", file("url: http://file/up/\ncleanup: delete\n"))
                        .pace()
                        .budget())
                .isEqualTo(new Budget(OptionalLong.empty(), OptionalLong.of(1000)));
        assertThat(prepare(Map.of(), "target", file("url: http://file/up/\ncleanup: delete\n"))
                        .target()
                        .uploads()
                        .cleanUp())
                .isEqualTo(CleanUp.DELETE);
    }

    @Test
    void one_url_for_every_upload_is_not_deleted() throws IOException {
        String file = file("url: http://file/up.bin\ncleanup: delete\n");
        assertThatThrownBy(() -> prepare(Map.of(), "target", file))
                .isInstanceOf(UsageException.class)
                .hasMessage(file + ": \"cleanup\" can be delete only if each upload has its own"
                        + " URL: one that ends in / or contains {name}");
    }

    @Test
    void the_target_file_says_what_no_option_says() throws IOException {
        RunSetup setup = prepare(Map.of("BITS_USER", "nobody", "SECRET", "pass"), "target", targetFile());
        assertThat(setup.target().url()).isEqualTo("http://file/up/");
        assertThat(setup.target().requests().timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(setup.target().access().user()).contains(new Credentials("file", "pass"));
        assertThat(setup.target().requests().headers()).containsExactly(new Header("X-Tenant", "file"));
        assertThat(setup.target().requests().methodOverride()).isTrue();
        assertThat(setup.target().uploads().largestFragment()).hasValue(1000);
        assertThat(setup.target().uploads().readBack()).isEqualTo(ReadBackMode.NONE);
        assertThat(setup.judging().dialect()).isEqualTo(Dialect.WIN32);
    }

    @Test
    void a_failing_case_is_driven_again_once_by_default() {
        assertThat(prepare(Map.of(), "url", URL).pace().retries()).isEqualTo(1);
        assertThat(prepare(Map.of(), "url", URL, "retries", "0").pace().retries())
                .isZero();
        assertThatThrownBy(() -> prepare(Map.of(), "url", URL, "retries", "ten"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--retries must be a whole number from 0 to 9, not \"ten\"");
    }

    @Test
    void an_option_takes_precedence_over_the_target_file() throws IOException {
        RunSetup setup = prepare(
                Map.of("SECRET", "pass"),
                "target",
                targetFile(),
                "url",
                URL,
                "timeout",
                "9s",
                "user",
                "option:word",
                "header",
                "X-More: option",
                "readback",
                "url",
                "dialect",
                "mc-bup");
        assertThat(setup.target().url()).isEqualTo(URL);
        assertThat(setup.target().requests().timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(setup.target().access().user()).contains(new Credentials("option", "word"));
        assertThat(setup.target().requests().headers())
                .containsExactly(new Header("X-Tenant", "file"), new Header("X-More", "option"));
        assertThat(setup.target().uploads().readBack()).isEqualTo(ReadBackMode.URL);
        assertThat(setup.judging().dialect()).isEqualTo(Dialect.MC_BUP);
    }

    @Test
    void the_plan_sets_the_time_limit_if_nothing_else_does() throws IOException {
        String plan = Files.writeString(
                        folder.resolve("plan.yaml"), "name: mine\ntitle: Mine\ninclude: [ping]\ntimeout: 3s\n")
                .toString();
        assertThat(prepare(Map.of(), "url", URL, "plan", plan)
                        .target()
                        .requests()
                        .timeout())
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(prepare(Map.of("SECRET", "p"), "target", targetFile(), "plan", plan)
                        .target()
                        .requests()
                        .timeout())
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(prepare(Map.of(), "url", URL, "plan", plan, "timeout", "1s")
                        .target()
                        .requests()
                        .timeout())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void credentials_come_from_the_environment_last() {
        Map<String, String> environment = Map.of("BITS_USER", "env", "BITS_PASSWORD", "word");
        assertThat(prepare(environment, "url", URL).target().access().user()).contains(new Credentials("env", "word"));
        assertThat(prepare(environment, "url", URL, "user", "option:word")
                        .target()
                        .access()
                        .user())
                .contains(new Credentials("option", "word"));
    }

    @Test
    void one_of_user_and_password_in_the_environment_needs_the_other() {
        assertThatThrownBy(() -> prepare(Map.of("BITS_USER", "env"), "url", URL))
                .isInstanceOf(UsageException.class)
                .hasMessage("BITS_USER is set and BITS_PASSWORD is not; set both, or neither");
        assertThatThrownBy(() -> prepare(Map.of("BITS_PASSWORD", "word"), "url", URL))
                .isInstanceOf(UsageException.class)
                .hasMessage("BITS_PASSWORD is set and BITS_USER is not; set both, or neither");
        assertThat(prepare(Map.of("BITS_USER", "env", "BITS_PASSWORD", ""), "url", URL)
                        .target()
                        .access()
                        .user())
                .contains(new Credentials("env", ""));
    }

    @Test
    void a_secret_that_ends_in_a_line_feed_is_named_and_not_shown() {
        assertThatThrownBy(() -> prepare(Map.of("BITS_USER", "env", "BITS_PASSWORD", "word\n"), "url", URL))
                .isInstanceOf(UsageException.class)
                .hasMessage("BITS_PASSWORD ends in a line feed; set it without one, for example with printf instead of"
                        + " echo");
        assertThatThrownBy(() -> prepare(Map.of("BITS_USER", "env\r\n", "BITS_PASSWORD", "word"), "url", URL))
                .hasMessageStartingWith("BITS_USER ends in a line feed; ");
        assertThatThrownBy(() -> prepare(Map.of("SECRET", "pass\n"), "target", targetFile()))
                .hasMessageContaining("SECRET ends in a line feed; ")
                .hasMessageContaining("target.yaml")
                .hasMessageNotContaining("pass\n");
    }

    @Test
    void readback_from_a_folder_needs_the_folder() {
        assertThat(prepare(Map.of(), "url", URL, "readback", "dir:" + folder)
                        .target()
                        .uploads()
                        .readBack())
                .isEqualTo(ReadBackMode.dir(folder));
        assertThatThrownBy(() -> prepare(Map.of(), "url", URL, "readback", "dir:" + folder.resolve("missing")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no such folder");
    }

    @Test
    void without_a_target_there_is_nothing_to_do() {
        assertThatThrownBy(() -> prepare(Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("no target: give --url URL or --target FILE");
    }

    @Test
    void options_narrow_what_the_plan_selects() {
        assertThat(scenarios()).doesNotContainAnyElementsOf(ONLY_BY_NAME);
        assertThat(scenarios("only", "*")).doesNotContainAnyElementsOf(ONLY_BY_NAME);
        assertThat(Stream.of("security", "concurrent", "large").flatMap(plan -> scenarios("plan", plan).stream()))
                .contains("large-total")
                .containsAll(ONLY_BY_NAME);
        assertThatThrownBy(() -> scenarios("only", "outside-*"))
                .hasMessageStartingWith("no scenario is selected: plan full with --only");
        assertThat(scenarios("plan", "smoke")).contains("ping", "close-session").doesNotContain("interleaved-sessions");
        assertThat(scenarios("only", "ping,upload-*"))
                .containsExactly("ping", "upload-in-fragments", "upload-over-limit", "upload-gap", "upload-gap-inside");
        assertThat(scenarios("only", "upload-*", "skip", "*-gap*"))
                .containsExactly("upload-in-fragments", "upload-over-limit");
    }

    @Test
    void a_glob_that_matches_nothing_is_refused() {
        assertThatThrownBy(() -> scenarios("only", "ping,pong"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--only pong: no scenario matches; see the command list");
        assertThatThrownBy(() -> scenarios("skip", "pong"))
                .hasMessage("--skip pong: no scenario matches; see the command list");
        assertThatThrownBy(() -> scenarios("plan", "smoke", "only", "interleaved-sessions"))
                .hasMessageStartingWith("no scenario is selected");
    }

    @Test
    void properties_are_read_like_options() {
        RunRequest request = request(
                "only", "a, b,,c", "header", "X-A: 1\nX-B: 2, 3\n", "strict", "", "insecure", "true", "plan", "smoke");
        assertThat(request.cases().only()).containsExactly("a", "b", "c");
        assertThat(request.server().requests().headers()).containsExactly("X-A: 1", "X-B: 2, 3");
        assertThat(request.judging().strict()).isFalse();
        assertThat(request.server().access().insecure()).isTrue();
        assertThat(request.cases().plan()).contains("smoke");
        assertThat(request.server().url()).isEmpty();
        assertThat(request("strict", "false").judging().strict()).isFalse();
        assertThat(request("strict", "true").judging().strict()).isTrue();
    }

    @Test
    void the_reference_server_is_read_back_by_default() {
        Declared declared =
                new Declared(false, Optional.of(false), Optional.of("other"), OptionalLong.of(120), Optional.of("one"));
        Target own =
                Target.at(URL).with(UploadSettings.USUAL.with(ReadBackMode.URL)).declaring(declared);
        assertThat(prepared(request().against(own)).uploads().readBack()).isEqualTo(ReadBackMode.URL);
        assertThat(prepared(request("readback", "none").against(own)).uploads().readBack())
                .isEqualTo(ReadBackMode.NONE);
        assertThat(prepared(request().against(own)).url()).isEqualTo(URL);
        assertThat(prepared(request().against(own).selecting(RunRequest.Cases.USUAL))
                        .declared())
                .isEqualTo(declared);
        RunRequest.Cases others = new RunRequest.Cases(
                Optional.of("smoke"), List.of("a"), List.of("b"), Optional.of("2/3"), RunRequest.Scale.USUAL);
        assertThat(request().selecting(others).cases()).isEqualTo(others);
    }

    private static Target prepared(RunRequest request) {
        return new RunPreparation(name -> null).prepare(request).target();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("other.yaml"), text).toString();
    }

    private String targetFile() throws IOException {
        return Files.writeString(folder.resolve("target.yaml"), """
            url: http://file/up/
            timeout: 7s
            readback: none
            dialect: win32
            maxFragment: 1000
            methodOverride: true
            user: file
            password: ${SECRET}
            headers:
              X-Tenant: file
            """).toString();
    }

    private static List<String> scenarios(String... options) {
        return RunPreparation.select(request(options)).stream()
                .map(SelectedCase::scenario)
                .distinct()
                .toList();
    }

    private static RunSetup prepare(Map<String, String> environment, String... options) {
        return new RunPreparation(environment::get).prepare(request(options));
    }

    private static RunRequest request(String... options) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            properties.put("bits." + options[i], options[i + 1]);
        }
        return RunRequest.ofProperties(properties::get);
    }
}
