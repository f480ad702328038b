package org.bitsconformance.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTests {

    @ParameterizedTest
    @CsvSource({
        "0, \\x00",
        "1B, \\x1B",
        "D, \\x0D",
        "7F, \\x7F",
        "AD, \\xAD",
        "200F, \\u200F",
        "202E, \\u202E",
        "2028, \\u2028",
        "D800, \\uD800",
        "FFFE, \\uFFFE",
        "E000, \\uE000",
        "E0041, \\u{E0041}"
    })
    void shows_invisible_characters(String point, String shown) {
        assertThat(Printable.of(Character.toString(Integer.parseInt(point, 16))))
                .isEqualTo(shown);
    }

    @Test
    void keeps_text() {
        assertThat(Printable.of("a\tb\n<é&😀>\\x")).isEqualTo("a\tb\n<é&😀>\\x");
    }

    @Test
    void joins_lines() {
        assertThat(Printable.line("a\r\nb\tc")).isEqualTo("a b c");
    }

    @Test
    void cuts_between_characters() {
        assertThat(Printable.cut("abc", 3)).isEqualTo("abc");
        assertThat(Printable.cut("ab😀d", 3)).isEqualTo("ab… (cut: 5 characters)");
    }
}
