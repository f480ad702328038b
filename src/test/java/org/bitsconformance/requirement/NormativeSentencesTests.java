package org.bitsconformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormativeSentencesTests {

    @Test
    void takesTheSentencesWithAKeywordAndCountsThemInTheirSection() {
        List<NormativeSentence> sentences = NormativeSentences.of("""
                # 2 Kitchen

                Tea is made here. The water MUST boil. It is poured
                at once. The cup SHOULD be warm.

                ## 2.1 Cups

                A cup MAY have a saucer.

                # 2 Kitchen

                A spoon MUST be there.
                """);

        assertThat(sentences)
                .containsExactly(
                        new NormativeSentence("2", 1, List.of("MUST"), "The water MUST boil."),
                        new NormativeSentence("2", 2, List.of("SHOULD"), "The cup SHOULD be warm."),
                        new NormativeSentence("2.1", 1, List.of("MAY"), "A cup MAY have a saucer."),
                        new NormativeSentence("2", 3, List.of("MUST"), "A spoon MUST be there."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Milk MUST NOT boil.                          | MUST NOT",
                "Milk SHOULD NOT boil and MUST be cold.       | SHOULD NOT, MUST",
                "It MAY be hot, and it MUST be clean.         | MAY, MUST",
                "It MUST be hot if the cup MUST be hot.       | MUST, MUST",
                "It MUST, if possible, NOT boil.              | MUST"
            })
    void listsKeywordsInOrder(String sentence, String keywords) {
        assertThat(in(sentence))
                .singleElement()
                .satisfies(
                        found -> assertThat(String.join(", ", found.keywords())).isEqualTo(keywords));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tea must be hot.", "The MUSTARD is hot.", "MAYOR and SHOULDER are words.", "Tea is hot."})
    void aKeywordIsInUpperCase(String sentence) {
        assertThat(in(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 Introduction           | 0",
                "1.5 Prerequisites        | 0",
                "2 Kitchen                | 1",
                "2.10.1 Deep drawer       | 1",
                "3 Rooms                  | 0",
                "3.1 Room                 | 1",
                "3.5.5.2 Corner of a room | 1",
                "3.6 Cellar               | 0",
                "3.10 Attic               | 0",
                "4 Examples               | 0",
                "20 Other houses          | 0",
                "Appendix                 | 0"
            })
    void looksAtTheSectionsThatBind(String heading, int found) {
        assertThat(NormativeSentences.of("## 2.1 Before\n\n### " + heading + "\n\nTea MUST be hot.\n"))
                .hasSize(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Tea](#tea) MUST be hot.                        | Tea MUST be hot.",
                "See [[TEA]](https://tea.test/?id=1) MUST be.    | See [TEA] MUST be.",
                "The [**pot**](../pot.md#pot) MUST be hot.       | The pot MUST be hot.",
                "[TEA] MUST be hot.                              | [TEA] MUST be hot.",
                "**Tea**: *This* MUST be `hot`.                  | Tea: This MUST be hot.",
                "Tea SHOULD<12> be hot.<3>                       | Tea SHOULD be hot.",
                "Tea SHOULD\\<12\\> be [\\[HOT\\]](#hot).            | Tea SHOULD be [HOT].",
                "Tea MUST be hot <3>.                            | Tea MUST be hot.",
                "<a id=\"tea\"></a>Tea MUST be hot.              | Tea MUST be hot.",
                "HOT\\_TEA MUST be hot.                          | HOT_TEA MUST be hot.",
                "Tea  MUST\u00A0be hot.                          | Tea MUST be hot.",
                "Tea MUST be \u201Chot\u201D \u2013 it\u2019s.   | Tea MUST be \"hot\" - it's."
            })
    void keepsOnlyTheWords(String markdown, String words) {
        assertThat(in(markdown)).extracting(NormativeSentence::text).containsExactly(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hot drinks (e.g. Tea) MUST be hot.  | 1",
                "Hot drinks (i.e. Tea) MUST be hot.  | 1",
                "Tea of pot 1.5 MUST be hot.         | 1",
                "Tea MUST be hot. Milk MUST be cold. | 2",
                "Tea MUST be hot! \"Milk\" MUST be.  | 2",
                "(Tea MUST be hot.) Milk MUST be.    | 2",
                "Tea MUST be hot. [MILK] MUST be.    | 2"
            })
    void splitsSentences(String paragraph, int sentences) {
        assertThat(in(paragraph)).hasSize(sentences);
    }

    @Test
    void splitsTheItemsOfAListAndTheCellsOfATable() {
        assertThat(NormativeSentences.of("""
                        ## 2.3 Lists
                        - The first MUST be hot
                          and sweet
                        * The second MAY be cold
                        1. The third SHOULD be warm
                        2) The fourth MUST be there

                        | Drink MUST be | State MAY be |
                        | --- | --- |
                        | Tea \\| Milk MUST | nothing |
                        A line after the table MUST count.
                        """))
                .extracting(NormativeSentence::text)
                .containsExactly(
                        "The first MUST be hot and sweet",
                        "The second MAY be cold",
                        "The third SHOULD be warm",
                        "The fourth MUST be there",
                        "Drink MUST be",
                        "State MAY be",
                        "Tea | Milk MUST",
                        "A line after the table MUST count.");
    }

    @Test
    void theSameWordsHaveTheSameHashHoweverTheyAreMarkedUp() {
        NormativeSentence plain = in("The pot MUST be \"hot\".").get(0);
        NormativeSentence marked =
                in("The [**pot**](#pot) MUST<7> be\n\u201Chot\u201D.").get(0);

        assertThat(marked).isEqualTo(plain);
        assertThat(plain.fingerprint()).isEqualTo(new Fingerprint("2.1", 1, List.of("MUST"), "a5974a9176bb1db5"));
        assertThat(in("The pot MUST be \"warm\".").get(0).fingerprint().hash())
                .isNotEqualTo(plain.fingerprint().hash());
    }

    private static List<NormativeSentence> in(String paragraph) {
        return Editions.ofParagraph(paragraph);
    }
}
