package org.bitsconformance.run.allure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.requirement.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllureLabelsTests {

    @ParameterizedTest
    @CsvSource({
        "ping-in-state, Ping",
        "create-content-name, Create-Session",
        "protocols-missing, Create-Session",
        "cut-off-in-body, Fragment",
        "fragment-after-close, Fragment",
        "close-early, Close-Session",
        "cancel-late, Cancel-Session",
        "unknown-session, Any packet",
        "packet-after-cancel, Any packet",
        "http-chunked, HTTP"
    })
    void a_scenario_is_about_a_packet(String scenario, String feature) {
        assertThat(AllureLabels.featureOf(
                        scenario, Scenarios.find(scenario).orElseThrow().requirements()))
                .isEqualTo(feature);
    }

    @ParameterizedTest
    @CsvSource({
        "ping.status, Ping",
        "create-session.session-id.form, Create-Session",
        "closed-session.fragment, Fragment",
        "close-session.status, Close-Session",
        "closed-session.end, Any packet",
        "error.code, Any packet"
    })
    void a_requirement_is_about_a_packet(String requirement, String feature) {
        assertThat(AllureLabels.featureOf(requirement)).isEqualTo(feature);
    }

    @Test
    void the_strongest_level_is_the_severity() {
        assertThat(AllureLabels.severity(Stream.of(Level.MAY, Level.STATED, Level.SHOULD)))
                .isEqualTo("critical");
        assertThat(AllureLabels.severity(Stream.of(Level.MAY, Level.SHOULD))).isEqualTo("normal");
        assertThat(AllureLabels.severity(Stream.of(Level.MAY))).isEqualTo("minor");
        assertThat(AllureLabels.severity(Stream.of())).isEqualTo("minor");
    }

    @Test
    void a_scenario_without_requirements_may_be_about_any_packet() {
        assertThat(AllureLabels.featureOf("odd-destination", List.of())).isEqualTo("Any packet");
    }
}
