package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTests {
    private static final Environment ENVIRONMENT =
            new Environment(Map.of("A", "one", "B_2", "$1${A}\\", "EMPTY", "")::get);

    @ParameterizedTest
    @CsvSource({
        "plain,plain",
        "${A},one",
        "x${A}y${A}z,xoneyonez",
        "${B_2},$1${A}\\",
        "${EMPTY},''",
        "$${A},${A}",
        "$$${A},$${A}",
        "$${${A},${one",
        "$A,$A",
        "$,$",
        "{A},{A}"
    })
    void replaces_references_once(String text, String expected) {
        assertThat(ENVIRONMENT.substitute(text)).isEqualTo(expected);
    }

    @Test
    void an_undefined_variable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ENVIRONMENT.substitute("a${NOPE}"))
                .withMessage("refers to ${NOPE}, which is not set in the environment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${}", "${A", "${A:-x}", "${ A}", "${1}"})
    void text_that_is_not_a_reference(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ENVIRONMENT.substitute(text))
                .withMessage("has a ${ that is not a reference such as ${NAME}; write $${ for a plain ${");
    }
}
