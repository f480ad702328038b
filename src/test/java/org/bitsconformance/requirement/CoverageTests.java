package org.bitsconformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTests {

    private static final Fingerprints FINGERPRINTS =
            Fingerprints.of(Editions.ofParagraph("Tea MUST be hot. Tea MAY be sweet and MUST NOT be salted."));
    private static final String FIRST = "document: MC-BUP, section: '2.1', sentence: 1, level: MUST";
    private static final String SECOND = "document: MC-BUP, section: '2.1', sentence: 2, level: MAY";

    @Test
    void findsNothingIfEverySentenceIsCitedAtItsLevel() {
        assertThat(Coverage.findings(Editions.citing(FIRST, SECOND), FINGERPRINTS))
                .isEmpty();
        assertThat(Coverage.findings(
                        Editions.citing(
                                FIRST,
                                SECOND.replace("MAY", "MUST"),
                                "document: MC-BUP, section: '2.1', level: STATED",
                                "document: Win32, section: tea, level: SHOULD"),
                        FINGERPRINTS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "document: MC-BUP, section: '2.1', sentence: 3, level: MUST   | cites MC-BUP 2.1#3, which is not there",
                "document: MC-BUP, section: '2.2', sentence: 1, level: MUST   | cites MC-BUP 2.2#1, which is not there",
                "document: MC-BUP, section: '2.1', sentence: 1, level: SHOULD | cites MC-BUP 2.1#1 (MUST) at the level SHOULD",
                "document: MC-BUP, section: '2.1', sentence: 2, level: SHOULD | cites MC-BUP 2.1#2 (MAY, MUST NOT) at the level SHOULD",
                "document: MC-BUP, section: '2.1', sentence: 1, level: STATED | cites MC-BUP 2.1#1 (MUST) at the level STATED",
                "document: MC-BUP, section: '2.1', level: MUST                | cites MC-BUP 2.1 at the level MUST without the sentence that says so"
            })
    void namesTheRequirementThatCitesWrongly(String source, String problem) {
        assertThat(Coverage.findings(Editions.citing(FIRST, SECOND, source), FINGERPRINTS))
                .containsExactly("tea.fact-3: " + problem);
    }

    @Test
    void namesTheSentenceThatNothingCites() {
        assertThat(Coverage.findings(Editions.citing(FIRST), FINGERPRINTS))
                .containsExactly("MC-BUP 2.1#2 (MAY, MUST NOT) is cited by no requirement");
    }
}
