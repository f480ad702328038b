package org.bitsconformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueCoverageTests {

    @Test
    void citesExactlyTheNormativeSentencesOfMcBup() {
        assertThat(Coverage.findings(Catalogue.load(), Fingerprints.load()))
                .as("src/main/resources/catalogue/requirements.yaml, or the file that has the id")
                .isEmpty();
    }
}
