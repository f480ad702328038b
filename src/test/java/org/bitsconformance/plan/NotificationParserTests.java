package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.target.NotificationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationParserTests {

    private static final String ADDRESS =
            " must be an address of this machine and a port, such as 127.0.0.1:8099, not ";

    @Test
    void every_key() {
        assertThat(parse("""
            type: reference
              listen: localhost:${PORT}
              url: http://suite.example/app?x=1
              files: ../spool
              timeout: 1500ms
            """))
                .contains(new NotificationSettings(
                        "localhost:8099",
                        Optional.of(URI.create("http://suite.example/app?x=1")),
                        NotificationSettings.Type.REFERENCE,
                        Optional.of(Path.of("targets/../spool")),
                        Optional.of(Duration.ofMillis(1500))));
    }

    @ParameterizedTest
    @CsvSource({"none, NONE", "value, VALUE", "reference, REFERENCE"})
    void the_minimum(String word, NotificationSettings.Type type) {
        assertThat(parse("type: " + word + "\n  listen: h:1"))
                .contains(new NotificationSettings("h:1", Optional.empty(), type, Optional.empty(), Optional.empty()));
    }

    @Test
    void nothing_is_declared_without_the_block() {
        assertThat(TargetFileParser.parse(new TextFile("t.yaml", "url: http://h/"), new Environment(name -> null))
                        .target()
                        .notification())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:8099, 127.0.0.1, 8099", "'[::1]:1', ::1, 1", "my-host.example:65535, my-host.example, 65535"
    })
    void an_address_has_a_host_and_a_port(String listen, String host, int port) {
        NotificationSettings notification =
                parse("type: value\n  listen: '" + listen + "'").orElseThrow();

        assertThat(notification.host()).isEqualTo(host);
        assertThat(notification.port()).isEqualTo(port);
    }

    @Test
    void an_absolute_folder_stays() {
        Path folder = Path.of("spool").toAbsolutePath();

        assertThat(parse("type: reference\n  listen: h:1\n  files: '" + folder + "'")
                        .orElseThrow()
                        .files())
                .contains(folder);
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments("listen: h:1", 3, "\"notification.type\" is missing"),
                arguments("type: value", 3, "\"notification.listen\" is missing"),
                arguments("type:\n  listen: h:1", 3, "\"notification.type\" has no value"),
                arguments(
                        "type: both\n  listen: h:1",
                        3,
                        "\"notification.type\" must be none, reference or value, not \"both\""),
                arguments(
                        "type: VALUE\n  listen: h:1",
                        3,
                        "\"notification.type\" must be none, reference or value, not \"VALUE\""),
                arguments("type: value\n  listen: h", 4, "\"notification.listen\"" + ADDRESS + "\"h\""),
                arguments("type: value\n  listen: 8099", 4, "\"notification.listen\"" + ADDRESS + "\"8099\""),
                arguments("type: value\n  listen: h:0", 4, "\"notification.listen\"" + ADDRESS + "\"h:0\""),
                arguments("type: value\n  listen: h:65536", 4, "\"notification.listen\"" + ADDRESS + "\"h:65536\""),
                arguments("type: value\n  listen: '::1:80'", 4, "\"notification.listen\"" + ADDRESS + "\"::1:80\""),
                arguments(
                        "type: value\n  listen: http://h:1", 4, "\"notification.listen\"" + ADDRESS + "\"http://h:1\""),
                arguments(
                        "type: value\n  listen: h:1\n  url: https://h/",
                        5,
                        "\"notification.url\" must begin with http://, not \"https://h/\""),
                arguments(
                        "type: value\n  listen: h:1\n  url: /app",
                        5,
                        "\"notification.url\" must be an absolute http or https URL such as https://host/uploads/, not"
                                + " \"/app\""),
                arguments(
                        "type: value\n  listen: h:1\n  files: spool",
                        5,
                        "\"notification.files\" needs the type reference: only then are files passed"),
                arguments(
                        "type: value\n  listen: h:1\n  timeout: soon",
                        5,
                        "\"notification.timeout\" must be a duration such as 500ms, 5s or 2m, not \"soon\""),
                arguments(
                        "type: value\n  listen: h:1\n  file: spool",
                        5,
                        "unknown key \"notification.file\"; did you mean \"files\"?"),
                arguments(
                        "type: value\n  listen: ${NO}",
                        4,
                        "\"notification.listen\" refers to ${NO}, which is not set in the environment"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void says_what_is_wrong(String text, int line, String message) {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> parse(text))
                .withMessage("targets/t.yaml:" + line + ": " + message);
    }

    @Test
    void says_that_it_is_a_block() {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> TargetFileParser.parse(
                        new TextFile("t.yaml", "url: http://h/\nnotification: value"), new Environment(name -> null)))
                .withMessage("t.yaml:2: \"notification\" must be a mapping of keys to values, not a single value");
    }

    private static Optional<NotificationSettings> parse(String block) {
        Environment environment = new Environment(Map.of("PORT", "8099")::get);
        return TargetFileParser.parse(
                        new TextFile("targets/t.yaml", "url: http://h/\nnotification:\n  " + block), environment)
                .target()
                .notification();
    }
}
