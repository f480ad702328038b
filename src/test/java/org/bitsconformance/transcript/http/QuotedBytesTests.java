package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedBytesTests {

    private static final String BYTES = "aB\u0000c\u00e9<d'E\\f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aB\u0000c\u00e9<d'E\\f",
                "aB\\x00c\\xe9<d\\'E\\\\f",
                "aB\\u0000c\\u00E9&lt;d&#x27;E\\f",
                "aB\\0c&#233;&lt;d&#39;E&#92;f",
                "aB%00c%E9%3Cd%27E%5Cf",
                "aB\\000c\\351<d'E\\\\f",
                "aB?c\u00c3\u00a9&lt;d&apos;E\\f",
                "aBc\u00ef\u00bf\u00bd<d.E_f",
                "aBcdEf"
            })
    void findsThemInEachWayToWriteThem(String quotation) {
        assertThat(QuotedBytes.in("Bad request line: " + quotation + " (400)", BYTES, BYTES.length()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aB and cdEf", "aB c - d E f", "ab?c?d?e?f", "aB\\x01c\\xe9<d'E\\f", "Bad request", "aBcdE"})
    void findsNothingInOtherText(String text) {
        assertThat(QuotedBytes.in(text, BYTES, BYTES.length())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "('|')",
                "\"|\"",
                "&#x27;|&#x27;",
                "'&#124;'",
                "('\u00c3\u00ae\\\\\u00c3\u008f2')",
                "'\\xee\\\\\\xcf2'"
            })
    void findsAShortWordInQuotationMarks(String quotation) {
        String page = "<p>Message: Bad request version " + quotation + ".</p>";
        assertThat(QuotedBytes.wordIn(page, "| \u00ee\\\u00cf2\n second line")).isTrue();
        assertThat(QuotedBytes.wordIn(page, "second line")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "'||'", "'second'", "'a|'", "' '"})
    void findsNoShortWordElsewhere(String text) {
        assertThat(QuotedBytes.wordIn(text, "| / word\nsecond line")).isFalse();
    }

    @Test
    void aLongPageQuotesNoBytesByCoincidence() {
        Random random = new Random(1);
        String page = IntStream.range(0, 20_000)
                .mapToObj(i -> "etaoin shrdlu <b>ETAOIN</b> 0123456789 %20 &lt; \\x00 ".charAt(random.nextInt(52)) + "")
                .collect(Collectors.joining());
        for (int i = 0; i < 50; i++) {
            byte[] body = new byte[1_000];
            random.nextBytes(body);
            assertThat(QuotedBytes.in(page, new String(body, StandardCharsets.ISO_8859_1), body.length))
                    .isFalse();
        }
    }
}
