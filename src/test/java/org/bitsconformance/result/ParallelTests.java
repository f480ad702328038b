package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.result.Capability.Origin;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.Probed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "several | false | 4 | DECLARED | 4 cases are driven at once: the target serves several connections at"
                        + " once",
                "one     | true  | 1 | DECLARED | cases are driven one at a time, not 4 at once: the target serves one"
                        + " connection at a time",
                "        | true  | 4 | PROBED   | 4 cases are driven at once: the target serves several connections at"
                        + " once",
                "        | false | 1 | PROBED   | cases are driven one at a time, not 4 at once: the target serves one"
                        + " connection at a time",
                "        |       | 1 | PROBED   | cases are driven one at a time, not 4 at once: it is not known"
                        + " whether the target serves several connections at once"
            })
    void declarations_decide_and_otherwise_probes(
            String declared, Boolean probed, int driven, Origin origin, String follows) {
        Parallel parallel = Parallel.of(4, true, false, declared(declared), probed(probed));

        assertThat(parallel.driven()).isEqualTo(driven);
        assertThat(parallel.restrained()).isEqualTo(driven < 4);
        assertThat(parallel.origin()).isEqualTo(origin);
        assertThat(parallel.follows()).isEqualTo(follows);
    }

    @Test
    void cases_that_share_a_url_are_driven_one_at_a_time() {
        Parallel parallel = Parallel.of(2, false, false, declared("several"), probed(true));

        assertThat(parallel.driven()).isEqualTo(1);
        assertThat(parallel.reason()).isEqualTo("the target has one URL for every upload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "none"})
    void cases_whose_uploads_may_be_notified_are_driven_one_at_a_time(String type) {
        Declared notifying = new Declared(
                false,
                new Declared.Capabilities(
                        Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.of("several")),
                Optional.of(new DeclaredNotification(type, "http://h/", false, OptionalLong.empty(), true)),
                DeclaredAccess.UNDECLARED,
                DeclaredLimits.NONE);
        Parallel parallel = Parallel.of(2, true, false, notifying, probed(true));

        assertThat(parallel.driven()).isEqualTo(1);
        assertThat(parallel.origin()).isEqualTo(Origin.DECLARED);
        assertThat(parallel.follows())
                .isEqualTo("cases are driven one at a time, not 2 at once: a notification does not always show"
                        + " which case it belongs to");
        assertThat(Parallel.of(2, true, true, notifying, probed(true)).driven())
                .as("each notification names its upload")
                .isEqualTo(2);
    }

    @Test
    void nothing_is_restrained_if_nothing_was_requested() {
        assertThat(Parallel.of(1, false, false, declared("one"), probed(null)).restrained())
                .isFalse();
    }

    private static Declared declared(String connections) {
        return new Declared(
                false, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.ofNullable(connections));
    }

    private static Probed probed(Boolean several) {
        return new Probed(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(several));
    }
}
