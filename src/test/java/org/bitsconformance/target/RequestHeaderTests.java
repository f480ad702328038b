package org.bitsconformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeaderTests {
    @Test
    void name_and_value() {
        assertThat(RequestHeader.parse("X-Time:  10:30 ")).isEqualTo(RequestHeader.of("X-Time", "10:30"));
        assertThat(RequestHeader.parse("X-Empty:")).isEqualTo(RequestHeader.of("X-Empty", ""));
    }

    @Test
    void no_colon() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestHeader.parse("X-Tenant secret"))
                .withMessage("must be a header such as 'X-Tenant: blue'; it has no colon");
    }

    @Test
    void a_name_that_is_not_a_token() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestHeader.parse("X Y: secret"))
                .withMessage("must have a valid header name, not \"X Y\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nB: c", "a\nb", "\u00fc", "\0"})
    void values_that_would_break_a_request(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestHeader.of("X-A", value))
                .withMessage("must have a value of visible ASCII characters, spaces and tabs for the header X-A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BITS-Packet-Type", "bits-session-id", "Content-Length", "content-range", "Transfer-Encoding"})
    void headers_of_the_suite_itself(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestHeader.of(name, "x"))
                .withMessage("must not set the header " + name + ", which the suite sets itself");
    }
}
