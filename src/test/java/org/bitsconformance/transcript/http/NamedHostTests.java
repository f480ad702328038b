package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedHostTests {

    @ParameterizedTest
    @CsvSource({
        "a.example, FRANKCAO8, FRANKCAO8",
        "a.example:8080, b.example, b.example:8080",
        "a.example:8080, b.example:81, b.example:81",
        "a.example:8080, 2001:db8::7, [2001:db8::7]:8080",
        "a.example, ::1, [::1]",
        "a.example, ::ffff:10.0.0.1, [::ffff:10.0.0.1]",
        "a.example, [::1]:81, [::1]:81",
        "'[::1]:80', 10.0.0.1, 10.0.0.1:80",
        "'[::1]', 10.0.0.1, 10.0.0.1"
    })
    void the_host_is_replaced_and_the_port_stays_unless_the_value_has_one(
            String origin, String value, String expected) {
        assertThat(NamedHost.replacing(origin, value)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://b.example/", "b.example/path", "user@b.example", "b example", "b:port", "[::1"})
    void a_value_that_is_not_a_host_replaces_nothing(String value) {
        assertThat(NamedHost.replacing("a.example", value)).isEmpty();
    }

    @Test
    void only_one_value_of_an_answer_that_succeeds_counts() {
        assertThat(in("HTTP/1.1 200 OK\r\nBITS-Host-Id: b\r\n\r\n")).contains("b");
        assertThat(in("HTTP/1.1 500 No\r\nBITS-Host-Id: b\r\n\r\n")).isEmpty();
        assertThat(in("HTTP/1.1 200 OK\r\nBITS-Host-Id: b\r\nBITS-Host-Id: c\r\n\r\n"))
                .isEmpty();
        assertThat(in("HTTP/1.1 200 OK\r\nBITS-Host-Id:\r\n\r\n")).isEmpty();
    }

    private static Optional<String> in(String answer) {
        return NamedHost.in(AnswerParser.parse(answer, "BITS_POST", true).orElseThrow());
    }
}
