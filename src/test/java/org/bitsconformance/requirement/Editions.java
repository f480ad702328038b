package org.bitsconformance.requirement;

import java.util.ArrayList;
import java.util.List;

/** Small documents and catalogues for tests. */
final class Editions {

    private Editions() {}

    /** The sentences of one paragraph in section 2.1. */
    static List<NormativeSentence> ofParagraph(String paragraph) {
        return NormativeSentences.of("## 2.1 Tea\n\n" + paragraph + "\n");
    }

    /** A catalogue with one requirement per line, each line being the flow mapping of its only source. */
    static Catalogue citing(String... sources) {
        List<Requirement> requirements = new ArrayList<>();
        for (String source : sources) {
            requirements.addAll(Chapter.parse("tea.yaml", "Tea", """
                            - id: tea.fact-%d
                              statement: Something is so.
                              sources:
                                - { %s }
                              lookAt: The pot.
                            """.formatted(requirements.size() + 1, source))
                    .requirements());
        }
        return Catalogue.of(List.of(new Chapter("tea.yaml", "Tea", requirements)));
    }
}
