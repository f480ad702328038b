package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Random;
import java.util.stream.Stream;
import org.bitsconformance.plan.YamlNode.Scalar;
import org.bitsconformance.plan.YamlNode.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTreeTests {
    @Test
    void knows_the_line_of_each_key_and_value() {
        YamlNode.Mapping root = YamlTree.of(new TextFile("f", "# c\n\na: 1\nb:\n  - x\n\n  - 'y'\n"));

        assertThat(root.line()).isEqualTo(3);
        assertThat(root.entries().get("a").line()).isEqualTo(3);
        assertThat(root.entries().get("b").line()).isEqualTo(4);
        assertThat(((Sequence) root.entries().get("b").value()).items())
                .containsExactly(new Scalar(5, "x", false), new Scalar(7, "y", false));
    }

    @Test
    void leaves_numbers_and_booleans_as_written() {
        assertThat(scalar("a: 0012")).isEqualTo(new Scalar(1, "0012", false));
        assertThat(scalar("a: 1_000.50")).isEqualTo(new Scalar(1, "1_000.50", false));
        assertThat(scalar("a: yes")).isEqualTo(new Scalar(1, "yes", false));
    }

    @Test
    void knows_keys_without_a_value() {
        assertThat(Stream.of("a:", "a: ''", "a: ~", "a: null", "{a}")
                        .map(text -> scalar(text).isNull()))
                .containsOnly(true);
    }

    static Stream<Arguments> invalid() {
        String quotes = "a text that begins with * needs quotes";
        return Stream.of(
                arguments("", "f: is empty"),
                arguments("# only\n# this", "f: is empty"),
                arguments("---\n", "f: is empty"),
                arguments("~", "f: is empty"),
                arguments("\njust words", "f:2: must have keys and values, not a single value"),
                arguments("- a\n- b", "f:1: must have keys and values, not a list"),
                arguments("a: 1\nb: 2\na: 3", "f:3: \"a\" is given twice; the first is on line 1"),
                arguments("a:\n  x: 1\n  x: 2", "f:3: \"x\" is given twice; the first is on line 2"),
                arguments("a: 1\n---\nb: 1", "f:3: a second document starts here; a file has one"),
                arguments("a: *", "f:1: " + quotes + ", such as \"*\""),
                arguments("a:\n  - *\n", "f:2: " + quotes + ", such as \"*\""),
                arguments("a:\n  - [*]", "f:2: " + quotes + ", such as \"*\""),
                arguments("a:\n  - *-session", "f:2: " + quotes + ": \"*-session\""),
                arguments("a: &x [1]\nb: *x", "f:2: " + quotes + ": \"*x\""),
                arguments("a: !no", "f:1: a text that begins with ! needs quotes; YAML tags are not used"),
                arguments("a: !!int 5", "f:1: a text that begins with ! needs quotes; YAML tags are not used"),
                arguments("a: 1\nb: @x", "f:2: not valid YAML: a text that begins with @ needs quotes"),
                arguments("a: %x", "f:1: not valid YAML: a text that begins with % needs quotes"),
                arguments("a:\n\tb: 1", "f:2: not valid YAML: a tab cannot indent; use spaces"),
                arguments(
                        "a: 1\n b: 2",
                        "f:2: not valid YAML: a key cannot be here; check the indentation, and put a text with \": \""
                                + " in quotes"),
                arguments("a: [1\nb: 2", "f:2: not valid YAML: expected ',' or ']', but got :"),
                arguments("a: [b?c]", "f:1: not valid YAML: between [ ] or { } a text with ? needs quotes"),
                arguments(
                        "b: 1\na: \"C:\\dir\"",
                        "f:2: not valid YAML: \\ in double quotes starts an escape; use single quotes for a plain \\"),
                arguments(
                        "b: 1\na: \"C:\\users\"",
                        "f:2: not valid YAML: \\ in double quotes starts an escape; use single quotes for a plain \\"),
                arguments("a: \"x", "f:1: not valid YAML: found unexpected end of stream"),
                arguments("a: 'x", "f:1: not valid YAML: found unexpected end of stream"),
                arguments("a: 1\nb", "f:2: not valid YAML: could not find expected ':'"),
                arguments(
                        "a: {{ x }}",
                        "f:1: not valid YAML: a key must be a text; put a value that begins with { in quotes"),
                arguments(
                        "? [a]\n: b",
                        "f:1: not valid YAML: a key must be a text; put a value that begins with { in quotes"),
                arguments("a: " + "[".repeat(100_000), "f:1: is nested too deep"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    @Timeout(10)
    void says_what_is_wrong_in_one_line(String text, String message) {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> YamlTree.of(new TextFile("f", text)))
                .withMessage(message);
    }

    @Test
    @Timeout(10)
    void is_not_inflated_by_aliases() {
        String laughs = "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n";

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> YamlTree.of(new TextFile("f", laughs)))
                .withMessage("f:2: a text that begins with * needs quotes: \"*a\"");
    }

    @Test
    void junk_of_any_kind_gives_one_line_without_class_names() {
        Random random = new Random(7);
        String alphabet = "ab: \n-[]{}'\"#&*!|>%@`?,\t\\0~<\u00fc";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder junk = new StringBuilder();
            random.ints(random.nextInt(20), 0, alphabet.length()).forEach(i -> junk.append(alphabet.charAt(i)));
            String text = junk.toString();
            try {
                YamlTree.of(new TextFile("f", text));
            } catch (InvalidFileException e) {
                assertThat(e.getMessage()).as(text).matches("f(:[0-9]+)?: [^\\p{Cntrl}]+");
                assertThat(e.getMessage()).as(text).doesNotContainPattern("jackson|snakeyaml|Exception|Event");
            }
        }
    }

    private static Scalar scalar(String text) {
        return (Scalar) YamlTree.of(new TextFile("f", text)).entries().get("a").value();
    }
}
