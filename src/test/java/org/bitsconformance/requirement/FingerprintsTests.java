package org.bitsconformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintsTests {

    private static final Fingerprints FINGERPRINTS =
            Fingerprints.of(Editions.ofParagraph("Tea MUST be hot. Tea MAY be sweet and MUST NOT be salted."));

    @Test
    void areReadAsTheyWereWritten() {
        assertThat(FINGERPRINTS.csv().lines().filter(line -> !line.startsWith("#")))
                .hasSize(3)
                .startsWith("section,ordinal,keywords,hash")
                .element(2)
                .asString()
                .matches("2\\.1,2,MAY; MUST NOT,[0-9a-f]{16}");
        assertThat(Fingerprints.parse(FINGERPRINTS.csv()).all()).containsExactlyElementsOf(FINGERPRINTS.all());
    }

    @Test
    void holdNoWordsOfTheDocument() {
        assertThat(FINGERPRINTS.csv()).doesNotContain("Tea", "sweet");
    }

    @Test
    void areFoundByTheirPlace() {
        assertThat(FINGERPRINTS.find("2.1", 2)).hasValueSatisfying(found -> {
            assertThat(found.id()).isEqualTo("2.1#2");
            assertThat(found.has(Level.MAY)).isTrue();
            assertThat(found.has(Level.MUST)).isTrue();
            assertThat(found.has(Level.SHOULD)).isFalse();
            assertThat(found.has(Level.STATED)).isFalse();
        });
        assertThat(FINGERPRINTS.find("2.1", 3)).isEmpty();
    }

    @Test
    void thatShipCoverTheWholeDocument() {
        assertThat(Fingerprints.load().all())
                .hasSizeGreaterThan(200)
                .extracting(Fingerprint::hash)
                .allMatch(hash -> hash.matches("[0-9a-f]{16}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1,1,MUST", "2.1,one,MUST,0123456789abcdef", "tea"})
    void refuseAMalformedLine(String line) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Fingerprints.parse(line))
                .withMessage("no fingerprint: " + line);
    }

    @Test
    void refuseASentenceTwice() {
        String line = "2.1,1,MUST,0123456789abcdef\n";
        assertThatIllegalStateException()
                .isThrownBy(() -> Fingerprints.parse(line + line))
                .withMessage("two fingerprints are of 2.1#1");
    }
}
