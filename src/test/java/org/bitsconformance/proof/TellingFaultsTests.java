package org.bitsconformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bitsconformance.cli.pages.FaultTable;
import org.bitsconformance.reference.fault.Fault;
import org.junit.jupiter.api.Test;

/** What each build drives proves as much as all faults do. */
class TellingFaultsTests {

    private static final FaultTable TABLE = FaultTable.load();

    private final List<Fault> telling = TellingFaults.of(TABLE);

    @Test
    void they_prove_each_requirement_cause_setup_and_family_that_all_faults_prove() {
        assertThat(proven(telling)).isEqualTo(proven(TABLE.faults()));
        assertThat(proven(telling))
                .contains("requirement fragment.status.gap", "cause header-misspelt", "set-up history upload any");
    }

    @Test
    void each_of_them_is_needed() {
        assertThat(telling)
                .allSatisfy(fault -> assertThat(proven(telling.stream()
                                .filter(other -> !other.equals(fault))
                                .toList()))
                        .as(fault.id())
                        .isNotEqualTo(proven(telling)));
    }

    @Test
    void they_are_the_same_each_time_and_fewer_than_half() {
        assertThat(TellingFaults.of(TABLE))
                .isEqualTo(telling)
                .hasSizeLessThan(TABLE.faults().size() / 2);
    }

    private static Set<String> proven(List<Fault> faults) {
        Set<String> proven = new TreeSet<>();
        faults.forEach(fault -> proven.addAll(TellingFaults.provenBy(fault, TABLE)));
        return proven;
    }
}
