package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidTests {

    @ParameterizedTest
    @ValueSource(strings = {"{7df0354d-249b-430f-820d-3d2a9bef4931}", "{7DF0354D-249B-430F-820D-3d2a9bef4931}"})
    void isInBracesInEitherCase(String text) {
        assertThat(Guid.isInBraces(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "7df0354d-249b-430f-820d-3d2a9bef4931",
                "{7df0354d249b430f820d3d2a9bef4931}",
                "{7df0354d-249b-430f-820d-3d2a9bef493}",
                "{7df0354d-249b-430f-820d-3d2a9bef493g}",
                "{7df0354d-249b-430f-820d-3d2a9bef4931} "
            })
    void isEmptyForAnythingElse(String text) {
        assertThat(Guid.isInBraces(text)).isFalse();
    }
}
