package org.bitsconformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueCoverageTests {

    @Test
    void citesEveryNormativeSentenceOfMcBupAndNoneThatIsNotThere() {
        assertThat(Coverage.findings(Catalogue.load(), Fingerprints.load())).isEmpty();
    }
}
