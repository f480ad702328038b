package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.bitsconformance.drive.client.HostNames.Sameness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTests {

    @ParameterizedTest
    @CsvSource({
        "http://localhost/, http://127.0.0.1/, SAME_MACHINE",
        "http://localhost/, http://[::1]/, SAME_MACHINE",
        "http://127.0.0.1/, http://[::1]/, SAME_MACHINE",
        "http://127.0.0.1/, http://127.0.0.2/, SAME_MACHINE",
        "http://192.0.2.1/, http://192.0.2.1/, SAME_MACHINE",
        "http://192.0.2.1/, http://192.0.2.2/, DIFFERENT",
        "http://192.0.2.1/, http://localhost/, DIFFERENT",
        "http://no-such-host.invalid/, http://localhost/, DIFFERENT",
        "http://no-such-host.invalid/, http://no-other-host.invalid/, DIFFERENT"
    })
    void are_compared_by_their_addresses(URI one, URI other, Sameness sameness) {
        assertThat(HostNames.of(one, other)).isEqualTo(sameness);
        assertThat(HostNames.of(other, one)).isEqualTo(sameness);
    }
}
