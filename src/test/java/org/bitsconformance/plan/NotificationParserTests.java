package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationParserTests {

    @Test
    void every_key() {
        Notification found = parse("{type: reference, listen: '[::1]:8099', url: 'http://suite.example/notify?a=b',"
                        + " files: handed, timeout: 2s}")
                .notification()
                .orElseThrow();

        assertThat(found)
                .isEqualTo(new Notification(
                        "[::1]:8099",
                        Optional.of("http://suite.example/notify?a=b"),
                        Notification.Type.REFERENCE,
                        Optional.of(Path.of("folder", "handed")),
                        Optional.of(Duration.ofSeconds(2))));
        assertThat(found.host()).isEqualTo("::1");
        assertThat(found.port()).isEqualTo(8099);
    }

    @Test
    void the_least_that_it_needs() {
        assertThat(parse("{type: none, listen: 'localhost:8099'}").notification())
                .contains(new Notification(
                        "localhost:8099",
                        Optional.empty(),
                        Notification.Type.NONE,
                        Optional.empty(),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "value | notification\" must be a mapping of keys to values, not a single value",
                "{type: value} | notification.listen\" is missing",
                "{listen: 'h:80'} | notification.type\" is missing",
                "{type: both, listen: 'h:80'} | notification.type\" must be none, reference or value, not \"both\"",
                "{type: value, listen: '8099'} | notification.listen\" must be an address of this machine and a port,"
                        + " such as 127.0.0.1:8099, not \"8099\"",
                "{type: value, listen: 'h:0'} | notification.listen\" must be an address of this machine and a port,"
                        + " such as 127.0.0.1:8099, not \"h:0\"",
                "{type: value, listen: 'h:65536'} | notification.listen\" must be an address of this machine and a port,"
                        + " such as 127.0.0.1:8099, not \"h:65536\"",
                "{type: value, listen: 'h:80', url: 'https://h/'} | notification.url\" must begin with http://, not"
                        + " \"https://h/\"",
                "{type: value, listen: 'h:80', url: 'http://h/{name}'} | notification.url\" must be the same for every"
                        + " upload, without {name}",
                "{type: value, listen: 'h:80', files: f} | notification.files\" belongs to the type reference: only then"
                        + " files are handed over",
                "{type: value, listen: 'h:80', timeout: soon} | notification.timeout\" must be a duration such as 500ms,"
                        + " 5s or 2m, not \"soon\"",
                "{type: value, listen: 'h:80', tiemout: 2s} | notification.tiemout\"; did you mean \"timeout\"?"
            })
    void what_is_wrong_is_named(String block, String message) {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> parse(block))
                .withMessageEndingWith(message);
    }

    private static TargetFile parse(String block) {
        return TargetFileParser.parse(
                new TextFile("folder/target.yaml", "url: http://h/\nnotification: " + block),
                new Environment(name -> null));
    }
}
