package org.bitsconformance.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.cli.CommandOutput;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.junit.jupiter.api.Test;

class FaultTableTests {

    private static final FaultTable TABLE = FaultTable.load();

    @Test
    void every_tested_requirement_is_broken_by_a_fault() {
        assertThat(Catalogue.load().tested())
                .extracting(Requirement::id)
                .filteredOn(requirement -> TABLE.breaking(requirement).isEmpty())
                .as("requirements without a fault: add one to a family such as reference/fault/AckFault.java and"
                        + " to src/main/resources/faults.yaml")
                .isEmpty();
    }

    @Test
    void the_consequences_of_a_defect_are_broken_but_are_not_everything_that_is() {
        List<String> both = List.of("a.one", "b.two");
        List<String> scenarios = List.of("ping");

        FaultTable.Entry entry = entry(both, List.of("b.two"), scenarios);
        assertThat(entry.isBeside("b.two")).isTrue();
        assertThat(entry.isBeside("a.one")).isFalse();
        assertThat(entry(both, null, scenarios).beside()).isEmpty();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(both, List.of("c.three"), scenarios))
                .withMessage("listed as a consequence, but not as broken: [c.three]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(both, both, scenarios))
                .withMessage("every broken requirement is listed as a consequence: [a.one, b.two]");
    }

    @Test
    void a_fault_has_one_cause_or_none() {
        List<String> breaks = List.of("a.one");
        List<String> ping = List.of("ping");

        assertThat(new FaultTable.Entry(breaks, null, ping, null, null, null, "a-cause").causes())
                .containsExactly("a-cause");
        assertThat(entry(breaks, null, ping).causes()).isEmpty();
    }

    private static FaultTable.Entry entry(List<String> breaks, List<String> beside, List<String> shownBy) {
        return new FaultTable.Entry(breaks, beside, shownBy, null, null, null, null);
    }

    @Test
    void faults_and_requirements_name_each_other() throws JsonProcessingException {
        List<String> byFault = pairs("faults", "breaks", "%2$s broken by %1$s");
        List<String> byRequirement = pairs("requirements", "faults", "%1$s broken by %2$s");

        String where = "src/main/resources/faults.yaml";
        assertThat(byFault).as(where).contains("ping.status broken by ping-answered-404");
        assertThat(byFault)
                .filteredOn(pair -> !byRequirement.contains(pair))
                .as(where)
                .isEmpty();
        assertThat(byRequirement)
                .filteredOn(pair -> !byFault.contains(pair))
                .as(where)
                .isEmpty();
        assertThat(byFault).as(where).hasSameSizeAs(byRequirement);
    }

    private static List<String> pairs(String command, String field, String sentence) throws JsonProcessingException {
        List<String> pairs = new ArrayList<>();
        String json = CommandOutput.of(command, "--format", "json").out();
        for (JsonNode entry : new ObjectMapper().readTree(json)) {
            for (JsonNode other : entry.path(field)) {
                pairs.add(sentence.formatted(entry.path("id").textValue(), other.textValue()));
            }
        }
        return pairs;
    }
}
