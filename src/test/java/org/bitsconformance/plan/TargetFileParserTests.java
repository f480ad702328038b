package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TargetFileParserTests {
    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments("name: x", "target.yaml:1: \"url\" is missing"),
                arguments("name: x\n\nurll: http://h/", "target.yaml:3: unknown key \"urll\"; did you mean \"url\"?"),
                arguments("name: x\nurl: [a]", "target.yaml:2: \"url\" must be a single value, not a list"),
                arguments(
                        "url: ${HOST}/",
                        "target.yaml:1: \"url\" refers to ${HOST}, which is not set in the environment"),
                arguments(
                        "url: http://u:s3cret@h/",
                        "target.yaml:1: \"url\" must not contain credentials; put them in user and password"));
    }

    static Stream<Arguments> invalidBesidesUrl() {
        return Stream.of(
                arguments("max-upload: 1", "unknown key \"max-upload\"; did you mean \"maxUpload\"?"),
                arguments("method_override: true", "unknown key \"method_override\"; did you mean \"methodOverride\"?"),
                arguments("headr: 1", "unknown key \"headr\"; did you mean \"headers\"?"),
                arguments(
                        "zzz: 1",
                        "unknown key \"zzz\"; the keys are name, url, mode, readback, maxUpload, maxFragment,"
                                + " capabilities, timeout, dialect, headers, user, password, ca, insecure, methodOverride,"
                                + " parallel, cleanup, notification, authentication, otherUser, otherPassword, deniedUser,"
                                + " deniedPassword, clientCertificate, clientPassword, proxy, proxyUser, proxyPassword"),
                arguments("name: ' '", "\"name\" must not be blank"),
                arguments("mode: download", "\"mode\" must be upload or upload-reply, not \"download\""),
                arguments("readback: maybe", "\"readback\" must be auto, none, url or dir:PATH, not \"maybe\""),
                arguments(
                        "maxUpload: big",
                        "\"maxUpload\" must be a number of bytes such as 65536, 64 KiB or 4 GiB, not \"big\""),
                arguments(
                        "maxFragment: 0",
                        "\"maxFragment\" must be a number of bytes such as 65536, 64 KiB or 4 GiB, not \"0\""),
                arguments(
                        "capabilities: true",
                        "\"capabilities\" must be a mapping of keys to values, not a single value"),
                arguments("capabilities:", "\"capabilities\" has no value"),
                arguments(
                        "capabilities: {overwrites: true}",
                        "unknown key \"capabilities.overwrites\"; did you mean \"overwrite\"?"),
                arguments(
                        "capabilities: {zzz: 1}",
                        "unknown key \"capabilities.zzz\"; the keys are overwrite, hostId, hostIdFallbackTimeout,"
                                + " connections, sessionTimeout, places"),
                arguments(
                        "capabilities: {sessionTimeout: 2m}",
                        "\"capabilities.sessionTimeout\" must be at most 60s, not \"2m\": the suite does not wait"
                                + " longer than that; leave it out"),
                arguments(
                        "capabilities: {sessionTimeout: soon}",
                        "\"capabilities.sessionTimeout\" must be a duration such as 500ms, 5s or 2m, not \"soon\""),
                arguments(
                        "capabilities: {places: {disable: http://h/}}",
                        "unknown key \"capabilities.places.disable\"; did you mean \"disabled\"?"),
                arguments(
                        "capabilities: {places: {disabled: /off}}",
                        "\"capabilities.places.disabled\" must be an absolute http or https URL such as"
                                + " https://host/uploads/, not \"/off\""),
                arguments(
                        "capabilities: {places: {directory: 'http://h/{name}'}}",
                        "\"capabilities.places.directory\" must be the URL of the directory itself, without {name}"),
                arguments(
                        "capabilities: {overwrite: maybe}",
                        "\"capabilities.overwrite\" must be true or false, not \"maybe\""),
                arguments("capabilities: {overwrite: }", "\"capabilities.overwrite\" has no value"),
                arguments(
                        "capabilities: {hostId: 'http://h/'}",
                        "\"capabilities.hostId\" must be a host name or an IP address such as upload2.example, or none,"
                                + " not \"http://h/\""),
                arguments(
                        "capabilities: {hostId: h, hostIdFallbackTimeout: 1500ms}",
                        "\"capabilities.hostIdFallbackTimeout\" must be a whole number of seconds such as 110s, not"
                                + " \"1500ms\""),
                arguments(
                        "capabilities: {hostIdFallbackTimeout: 110s}",
                        "\"capabilities.hostIdFallbackTimeout\" also needs a host in \"hostId\""),
                arguments(
                        "capabilities: {hostId: none, hostIdFallbackTimeout: 110s}",
                        "\"capabilities.hostIdFallbackTimeout\" also needs a host in \"hostId\""),
                arguments(
                        "capabilities: {connections: 2}",
                        "\"capabilities.connections\" must be one or several, not \"2\""),
                arguments("timeout: soon", "\"timeout\" must be a duration such as 500ms, 5s or 2m, not \"soon\""),
                arguments("dialect: xp", "\"dialect\" must be one of any, win32, mc-bup, windows, not \"xp\""),
                arguments("headers: X", "\"headers\" must be a mapping of names to values, not a single value"),
                arguments("headers: [X]", "\"headers\" must be a mapping of names to values, not a list"),
                arguments("headers:", "\"headers\" has no value"),
                arguments("headers: {X-A: }", "\"headers.X-A\" has no value"),
                arguments("headers: {X-A: {b: c}}", "\"headers.X-A\" must be a single value, not a mapping"),
                arguments("headers: {X-A: [[b]]}", "\"headers.X-A\" must be a single value, not a list"),
                arguments("headers: {X A: b}", "\"headers.X A\" must have a valid header name, not \"X A\""),
                arguments(
                        "headers: {Content-Length: 5}",
                        "\"headers.Content-Length\" must not set the header Content-Length, which the suite sets"
                                + " itself"),
                arguments(
                        "headers: {X-A: \"s3cret\\nb\"}",
                        "\"headers.X-A\" must have a value of visible ASCII characters, spaces and tabs for the header"
                                + " X-A"),
                arguments(
                        "headers: {X-A: b, x-a: c}",
                        "\"headers.x-a\" is the same header as \"X-A\"; give one name a list of values"),
                arguments(
                        "headers: {X-A: '${NO}'}",
                        "\"headers.X-A\" refers to ${NO}, which is not set in the environment"),
                arguments("user: ann", "\"user\" also needs \"password\""),
                arguments("password: s3cret", "\"password\" also needs \"user\""),
                arguments("password: ${PW}", "\"password\" refers to ${PW}, which is not set in the environment"),
                arguments(
                        "password: ${",
                        "\"password\" has a ${ that is not a reference such as ${NAME}; write $${ for a plain ${"),
                arguments(
                        "user: a:s3cret",
                        "\"user\" must be a user name that is not empty, without a colon or control characters"),
                arguments("password: \"s3cret\\n\"", "\"password\" must be a password without control characters"),
                arguments("ca: \"a\\0b\"", "\"ca\" must be a valid path, not \"a\\u0000b\""),
                arguments("ca: {a: b}", "\"ca\" must be a single value, not a mapping"),
                arguments("insecure: yes", "\"insecure\" must be true or false, not \"yes\""),
                arguments("methodOverride: 1", "\"methodOverride\" must be true or false, not \"1\""),
                arguments("parallel: 0", "\"parallel\" must be a whole number from 1 to 64, not \"0\""),
                arguments("parallel: 65", "\"parallel\" must be a whole number from 1 to 64, not \"65\""),
                arguments("cleanup: all", "\"cleanup\" must be none or delete, not \"all\""),
                arguments(
                        "authentication: kerberos",
                        "\"authentication\" must be one of basic, digest, ntlm, negotiate, not \"kerberos\""),
                arguments("otherUser: bea", "\"otherUser\" also needs \"otherPassword\""),
                arguments("deniedPassword: s3cret", "\"deniedPassword\" also needs \"deniedUser\""),
                arguments("deniedUser: dan\ndeniedPassword: s3cret", "\"deniedUser\" also needs \"authentication\""),
                arguments(
                        "otherUser: dan\notherPassword: s3cret\nauthentication: negotiate",
                        "\"otherUser\" cannot be used with negotiate, which uses the current Kerberos ticket"),
                arguments("clientPassword: s3cret", "\"clientPassword\" also needs \"clientCertificate\""),
                arguments(
                        "proxy: http://u:s3cret@h/",
                        "\"proxy\" must be the URL of an HTTP proxy such as http://proxy.example:3128, without"
                                + " credentials"),
                arguments(
                        "proxy: socks://h:1",
                        "\"proxy\" must be the URL of an HTTP proxy such as http://proxy.example:3128, without"
                                + " credentials"),
                arguments("proxyUser: ann\nproxyPassword: s3cret", "\"proxyUser\" also needs \"proxy\""),
                arguments("parallel: many", "\"parallel\" must be a whole number from 1 to 64, not \"many\""),
                arguments("parallel: ${N}", "\"parallel\" must be a whole number from 1 to 64, not \"-1\""),
                arguments("url: http://i/", "\"url\" is given twice; the first is on line 1"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void says_what_is_wrong(String text, String message) {
        Environment environment = new Environment(Map.of("N", "-1")::get);

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> TargetFileParser.parse(new TextFile("target.yaml", text), environment))
                .withMessage(message);
    }

    @ParameterizedTest
    @MethodSource("invalidBesidesUrl")
    void says_what_else_is_wrong_besides_the_url(String text, String message) {
        says_what_is_wrong("url: http://h/\n\n" + text, "target.yaml:3: " + message);
    }

    @Test
    void a_damaged_file_gives_a_target_or_one_line() throws IOException {
        String sample = Files.readString(Path.of("src/test/resources/targets/every-key.yaml"));
        String damage = "\n \t:-[]{}'\"#&*!|>%@`?,\\~$\u00fc0a";
        Environment environment = new Environment(name -> "s3cret");
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 1_500; round++) {
            StringBuilder text = new StringBuilder(sample);
            text.setCharAt(random.nextInt(text.length()), damage.charAt(random.nextInt(damage.length())));
            try {
                TargetFileParser.parse(new TextFile("f", text.toString()), environment);
            } catch (InvalidFileException e) {
                refused++;
                assertThat(e.getMessage()).as(text.toString()).matches("f(:[0-9]+)?: [^\\p{Cntrl}]+");
                assertThat(e.getMessage())
                        .as(text.toString())
                        .doesNotContainPattern("jackson|snakeyaml|Exception|Event");
            }
        }
        assertThat(refused).isBetween(300, 1_499);
    }
}
