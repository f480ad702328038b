package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialSourceTests {
    @Test
    void the_first_colon_separates() {
        assertThat(CredentialSource.parse("ann:a:b")).isEqualTo(new CredentialSource("ann", "a:b"));
        assertThat(CredentialSource.parse("ann:")).isEqualTo(new CredentialSource("ann", ""));
    }

    @Test
    void are_never_shown() {
        assertThat(CredentialSource.parse("ann:secret")).hasToString("Credentials[hidden]");
    }

    @Test
    void no_colon() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CredentialSource.parse("secret"))
                .withMessage("must be USER:PASSWORD; there is no colon in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a\nb"})
    void bad_users(String user) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CredentialSource(user, "secret"))
                .withMessage("must be a user name that is not empty, without a colon or control characters");
    }

    @Test
    void bad_password() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CredentialSource("ann", "secret\n"))
                .withMessage("must be a password without control characters");
    }
}
