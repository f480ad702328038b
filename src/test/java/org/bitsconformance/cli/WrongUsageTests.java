package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever is wrong with the command, a plan or a target file: exit code 2, and one line on standard error with the
 * reason.
 */
class WrongUsageTests {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "bits-conformance {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                | no command given; see bits-conformance --help",
                "serv                              | unknown command \"serv\"; did you mean \"serve\"?",
                "frobnicate                        | unknown command \"frobnicate\"; see bits-conformance --help",
                "run --urll x                      | unknown option \"--urll\"; did you mean \"--url\"?",
                "run -Z                            | unknown option \"-Z\"; see bits-conformance run --help",
                "list extra                        | unexpected argument \"extra\"; see bits-conformance list --help",
                "run --timeout                     | Missing required parameter for option '--timeout' (DURATION)",
                "run --timeout 5                   | --timeout must be a duration such as 500ms, 5s or 2m, not \"5\"",
                "run --readback ftp                | --readback must be auto, none, url or dir:PATH, not \"ftp\"",
                "run --readback dir:no-such-folder | readback dir:no-such-folder: no such folder",
                "run --dialect bits                | --dialect must be one of any, win32, mc-bup, windows, not"
                        + " \"bits\"",
                "run --url ftp://localhost/up/     | --url must be an absolute http or https URL such as"
                        + " https://host/uploads/, not \"ftp://localhost/up/\"",
                "run --url http:///up/             | --url has no host: \"http:///up/\"",
                "run --url http://u:secret@h/up/   | --url must not contain credentials; put them in user and password",
                "run --only pong                   | --only pong: no scenario matches; did you mean the scenario"
                        + " \"ping\"?",
                "run --skip ping,pong              | --skip pong: no scenario matches; did you mean the scenario"
                        + " \"ping\"?",
                "run --only xyzzy                  | --only xyzzy: no scenario matches; see the command list",
                "run --only ping.times=3           | --only ping.times=3: no scenario matches; it is a case of the"
                        + " scenario \"ping\"",
                "run http://localhost/up/          | unexpected argument \"http://localhost/up/\"; did you mean --url"
                        + " http://localhost/up/?",
                "run https://u:secret@h/up/        | unexpected argument \"https://h/up/\"; did you mean --url"
                        + " https://h/up/?",
                "explain e12                       | e12 is an exchange of one run: its report.html shows it",
                "run --only ping --skip p*         | no scenario is selected: plan full with --only and --skip leaves"
                        + " none",
                "list --only ping --skip p*        | no scenario is selected: plan full with --only and --skip leaves"
                        + " none",
                "run --plan smok                   | unknown plan \"smok\"; did you mean \"smoke\"? the plans are concurrent,"
                        + " full, history, large, security, smoke, upload-reply, wire; the name of a plan file ends in .yaml or .yml",
                "run --plan no-such.yaml           | no-such.yaml: no such file",
                "run --target no-such.yaml         | no-such.yaml: no such file",
                "run --user nobody                 | --user must be USER:PASSWORD; it has no colon",
                "run --header X-Tenant             | --header must be a header such as 'X-Tenant: blue'; it has no"
                        + " colon",
                "run --header BITS-Session-Id:1    | --header must not set the header BITS-Session-Id, which the suite"
                        + " sets itself",
                "run --ca no-such.pem              | no-such.pem: cannot be read; give a PEM file of the authority to"
                        + " trust",
                "explain pong                      | no requirement, scenario, case, fault, stimulus, cause or conflict is called"
                        + " \"pong\"; did you mean the scenario \"ping\"?",
                "explain xyzzy                     | no requirement, scenario, case, fault, stimulus, cause or conflict is called"
                        + " \"xyzzy\"",
                "serve --fault gap-acepted         | no fault is called \"gap-acepted\"; see the command faults; did"
                        + " you mean \"gap-accepted\"?",
                "serve --dialect windows           | --dialect must be mc-bup or win32, not \"windows\"",
                "serve --front-end jetty           | --front-end must be wiremock or socket, not \"jetty\"",
                "serve --port 70000                | --port must be between 0 and 65535, not 70000",
                "serve --port http                 | Invalid value for option '--port': 'http' is not an int",
                "serve --notify ftp://app          | --notify must be an http URL without user or fragment, such as"
                        + " http://127.0.0.1:9000/application",
                "serve --reply --notify http://app | --reply and --notify cannot be used together: the server"
                        + " application gives the reply",
                "serve --notify-files .            | --notify-files needs --notify URL, the server"
                        + " application to notify",
                "serve --notify http://app --notify-files no-such | --notify-files: no-such is not a folder; it must"
                        + " exist",
                "serve --notify http://app --notify-timeout soon | --notify-timeout must be a duration such as 500ms,"
                        + " 5s or 2m, not \"soon\"",
                "faults --format xml               | --format must be text, json or markdown, not \"xml\"",
                "requirements --status test        | --status must be one of tested, waiting, client-side,"
                        + " not-observable, informative, not \"test\"",
                "fingerprints                      | Missing required parameter: 'FILE'",
                "fingerprints no-such.md           | no-such.md: no such file"
            })
    void is_reported_in_one_line(String words, String message) {
        refused(message, words.isEmpty() ? new String[0] : words.split(" +"));
    }

    @Test
    void a_plan_file_names_file_line_and_nearest_key() throws IOException {
        Path plan = Files.writeString(folder.resolve("mine.yaml"), "name: mine\ntitle: Mine\ninclud:\n  - ping\n");
        refused(plan + ":3: unknown key \"includ\"; did you mean \"include\"?", "run", "--plan", plan.toString());
    }

    @Test
    void a_plan_that_selects_something_nonexistent_is_refused() throws IOException {
        Path plan = Files.writeString(folder.resolve("mine.yaml"), "name: mine\ntitle: Mine\ninclude: [pong]\n");
        refused("plan mine: no scenario matches pong; see the command list", "list", "--plan", plan.toString());
    }

    @Test
    void a_plan_that_is_not_yaml_is_refused() throws IOException {
        Path plan = Files.writeString(folder.resolve("mine.yaml"), "name: mine\n\ttitle: Mine\n");
        refused(plan + ":2: not valid YAML: a tab cannot indent; use spaces", "run", "--plan", plan.toString());
    }

    @Test
    void a_target_file_with_a_wrong_value_is_refused() throws IOException {
        Path target = Files.writeString(folder.resolve("target.yaml"), "url: http://localhost/\ntimeout: soon\n");
        refused(
                target + ":2: \"timeout\" must be a duration such as 500ms, 5s or 2m, not \"soon\"",
                "run",
                "--target",
                target.toString());
    }

    @Test
    void a_certificate_file_without_a_certificate_is_refused() throws IOException {
        Path ca = Files.writeString(folder.resolve("ca.pem"), "");
        refused(ca + ": has no certificate; give a PEM file of the authority to trust", "run", "--ca", ca.toString());
    }

    private static void refused(String message, String... arguments) {
        CommandOutput refused = CommandOutput.of(arguments);
        assertThat(refused.err().lines()).containsExactly("bits-conformance: " + message);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
    }
}
