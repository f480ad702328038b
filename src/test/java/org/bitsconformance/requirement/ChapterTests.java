package org.bitsconformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitsconformance.protocol.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChapterTests {

    private static final String TESTED = """
        - id: tea.warm
          statement: Tea is served warm.
          sources:
            - { document: MC-BUP, section: 2.9, sentence: 3, level: MUST }
            - { document: Win32, section: tea, level: STATED }
          lookAt: The kettle.
        """;
    private static final String WAITING = """
        - id: tea.sweet
          statement: Tea is sweet.
          status: waiting
          reason: sugar.
          sources:
            - { document: MC-BUP, section: 2.9.1, level: STATED }
        """;

    @Test
    void readsEntriesInOrder() {
        Chapter chapter = Chapter.parse("tea.yaml", "Tea", TESTED + WAITING);

        assertThat(chapter.requirements())
                .containsExactly(
                        new Requirement(
                                "tea.warm",
                                "Tea is served warm.",
                                Side.SERVER,
                                Status.TESTED,
                                Optional.empty(),
                                List.of(
                                        new Source("MC-BUP", "2.9", OptionalInt.of(3), Level.MUST),
                                        new Source("Win32", "tea", OptionalInt.empty(), Level.STATED)),
                                "The kettle."),
                        new Requirement(
                                "tea.sweet",
                                "Tea is sweet.",
                                Side.SERVER,
                                Status.WAITING,
                                Optional.of("sugar."),
                                List.of(new Source("MC-BUP", "2.9.1", OptionalInt.empty(), Level.STATED)),
                                ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "document: MC-BUP  | document: MC-BUP, page: 7  | Unrecognized field \"page\"",
                "status: waiting   | status: waitin    | unknown word \"waitin\"",
                "status: waiting   | status: tested    | tea.sweet is tested and has a reason why it is not",
                "reason: sugar.    | reason: ' '       | tea.sweet is waiting and has no reason",
                "level: STATED     | level: SHALL      | SHALL",
                "document: MC-BUP  | document: MC-BUD  | unknown document \"MC-BUD\": it must be MC-BUP, Win32 or an"
                        + " RFC such as RFC 9110",
                ", level: STATED   | ''                | a source needs a document, a section and a level",
                "id: tea.sweet     | ix: tea.sweet     | entry without an id: a requirement has no id",
                "- id: tea.sweet   | - {               | ''"
            })
    void namesFileAndIdOfWhatIsWrong(String right, String wrong, String problem) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Chapter.parse("tea.yaml", "Tea", WAITING.replace(right, wrong)))
                .withMessageMatching("tea\\.yaml: (tea\\.sweet[: ]|entry without an id: |while parsing)(?s:.)*")
                .withMessageContaining(problem);
    }

    @Test
    void anIdIsUsedOnceInAllFiles() {
        List<Chapter> chapters =
                List.of(Chapter.parse("tea.yaml", "Tea", WAITING), Chapter.parse("milk.yaml", "Milk", WAITING));

        assertThatIllegalStateException()
                .isThrownBy(() -> Catalogue.of(chapters))
                .withMessage("milk.yaml: tea.sweet: the id is used already, in tea.yaml");
    }
}
