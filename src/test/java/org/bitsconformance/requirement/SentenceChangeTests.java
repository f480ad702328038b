package org.bitsconformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceChangeTests {

    @Test
    void isEmptyIfNothingChanged() {
        assertThat(changes("Tea MUST be hot. Milk MAY be cold.", "**Tea** MUST<1> be hot. Milk MAY be cold."))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tea MUST be hot.                    | Tea MUST be hot. Milk MAY be cold.  | NEW - 2.1#2",
                "Tea MUST be hot. Milk MAY be cold.  | Tea MUST be hot.                    | GONE 2.1#2 -",
                "Tea MUST be hot.                    | Tea MUST be warm.                   | WORDS 2.1#1 2.1#1",
                "Tea MUST be hot.                    | Tea SHOULD be hot.                  | KEYWORDS 2.1#1 2.1#1",
                "Tea MUST be hot. Milk MAY be cold.  | Milk MAY be cold. Tea MUST be hot.  | MOVED 2.1#2 2.1#1, MOVED 2.1#1 2.1#2",
                "Tea MUST be hot. Milk MAY be cold.  | Milk MAY be cold.                   | MOVED 2.1#2 2.1#1, GONE 2.1#1 -",
                "Tea MUST be hot. Milk MAY be cold.  | Pots MAY be. Tea MUST be hot. Milk MAY be cold. | NEW - 2.1#1, MOVED 2.1#1 2.1#2, MOVED 2.1#2 2.1#3",
                "Tea MUST be. Milk MAY be. Tea MUST be. | Tea MUST be. Tea MUST be.       | MOVED 2.1#3 2.1#2, GONE 2.1#2 -"
            })
    void saysWhatHappenedToEachSentence(String before, String after, String changes) {
        assertThat(changes(before, after)).hasToString("[" + changes + "]");
    }

    @Test
    void findsASentenceInAnotherSectionAndPrefersItsOwn() {
        Fingerprints before = Fingerprints.of(NormativeSentences.of("""
                ## 2.1 Tea
                Cups MUST be clean.
                ## 2.2 Milk
                Cups MAY be blue. Cups MUST be clean.
                """));
        List<NormativeSentence> after = NormativeSentences.of("""
                ## 2.2 Milk
                Cups MUST be clean. Cups MUST be red.
                ## 2.3 Water
                Cups MUST be clean.
                """);

        assertThat(words(SentenceChange.between(before, after)))
                .containsExactly("MOVED 2.2#2 2.2#1", "NEW - 2.2#2", "MOVED 2.1#1 2.3#1", "GONE 2.2#1 -");
    }

    private static List<String> changes(String before, String after) {
        return words(
                SentenceChange.between(Fingerprints.of(Editions.ofParagraph(before)), Editions.ofParagraph(after)));
    }

    private static List<String> words(List<SentenceChange> changes) {
        return changes.stream()
                .map(change -> change.kind() + " "
                        + change.before().map(Fingerprint::id).orElse("-") + " "
                        + change.after()
                                .map(NormativeSentence::fingerprint)
                                .map(Fingerprint::id)
                                .orElse("-"))
                .toList();
    }
}
