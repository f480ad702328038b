package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.target.NotificationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherSetUpsTests {

    @ParameterizedTest
    @CsvSource({
        "REFERENCE, bits-conformance run --notification none and bits-conformance run --notification value",
        "NONE, bits-conformance run and bits-conformance run --notification value",
        "VALUE, bits-conformance run and bits-conformance run --notification none"
    })
    void the_two_others_of_plan_full_are_named(NotificationSettings.Type here, String commands) {
        assertThat(OtherSetUps.of(request(Map.of()), here)).contains(commands);
    }

    @Test
    void a_plan_that_was_asked_for_stands_in_the_commands() {
        assertThat(OtherSetUps.of(request(Map.of("bits.plan", "upload-reply")), NotificationSettings.Type.VALUE))
                .contains("bits-conformance run --plan upload-reply --notification reference and"
                        + " bits-conformance run --plan upload-reply --notification none");
    }

    @ParameterizedTest
    @CsvSource({"only, ping", "skip, ping", "shard, 1/2"})
    void a_run_of_less_than_its_plan_names_none(String option, String value) {
        assertThat(OtherSetUps.of(request(Map.of("bits." + option, value)), NotificationSettings.Type.REFERENCE))
                .isEmpty();
    }

    private static RunRequest request(Map<String, String> options) {
        return RunRequest.ofProperties(options::get);
    }
}
