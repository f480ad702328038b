package org.bitsconformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTests {
    @Test
    void the_first_colon_separates() {
        assertThat(Credentials.parse("ann:a:b")).isEqualTo(new Credentials("ann", "a:b"));
        assertThat(Credentials.parse("ann:")).isEqualTo(new Credentials("ann", ""));
    }

    @Test
    void are_never_shown() {
        assertThat(Credentials.parse("ann:secret")).hasToString("Credentials[hidden]");
    }

    @Test
    void no_colon() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.parse("secret"))
                .withMessage("must be USER:PASSWORD; it has no colon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a\nb"})
    void bad_users(String user) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Credentials(user, "secret"))
                .withMessage("must be a user name that is not empty, without a colon or control characters");
    }

    @Test
    void bad_password() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Credentials("ann", "secret\n"))
                .withMessage("must be a password without control characters");
    }
}
