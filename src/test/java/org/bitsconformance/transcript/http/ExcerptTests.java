package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void keepsPrintableText() {
        assertThat(Excerpt.of("HTTP/1.1 200 OK ~")).isEqualTo("HTTP/1.1 200 OK ~");
        assertThat(Excerpt.of("")).isEmpty();
    }

    @Test
    void escapesTheRest() {
        assertThat(Excerpt.of("\r\n\t\0\u001b\u007f\u00e4")).isEqualTo("\\r\\n\\t\\x00\\x1B\\x7F\\xE4");
    }

    @Test
    void isCutAfter120Characters() {
        assertThat(Excerpt.of("x".repeat(120))).isEqualTo("x".repeat(120));
        assertThat(Excerpt.of("x".repeat(121))).isEqualTo("x".repeat(120) + "… (121 characters)");
    }
}
