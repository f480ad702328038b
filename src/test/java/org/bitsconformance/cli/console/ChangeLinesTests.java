package org.bitsconformance.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Fingerprint;
import org.bitsconformance.requirement.Fingerprints;
import org.bitsconformance.requirement.NormativeSentence;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.requirement.SentenceChange;
import org.bitsconformance.requirement.SentenceChange.Kind;
import org.junit.jupiter.api.Test;

class ChangeLinesTests {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final ChangeLines LINES = new ChangeLines(CATALOGUE);
    private static final Fingerprint NOT_CITED = new Fingerprint("2.99", 1, List.of("MAY"), "0123456789abcdef");
    private static final NormativeSentence TEA = new NormativeSentence("2.98", 2, List.of("SHOULD"), "Tea SHOULD be.");

    @Test
    void sayWhatHappenedToASentenceAndWhatCitesIt() {
        assertThat(lines(Kind.NEW, null, TEA)).containsExactly("new: 2.98#2 (SHOULD)", "    Tea SHOULD be.");
        assertThat(lines(Kind.GONE, NOT_CITED, null))
                .containsExactly("gone: 2.99#1 (MAY)", "    cited by no requirement");
        assertThat(lines(Kind.WORDS, NOT_CITED, TEA))
                .containsExactly("with other words: 2.99#1 (MAY)", "    Tea SHOULD be.", "    cited by no requirement");
        assertThat(lines(Kind.KEYWORDS, NOT_CITED, TEA))
                .startsWith("with other keywords: 2.99#1 (MAY), now SHOULD", "    Tea SHOULD be.");
        assertThat(lines(Kind.MOVED, NOT_CITED, TEA))
                .containsExactly("moved: 2.99#1 (MAY), now 2.98#2", "    cited by no requirement");
    }

    @Test
    void nameTheRequirementsThatCiteASentence() {
        Fingerprint cited = Fingerprints.load().all().stream()
                .filter(fingerprint -> !CATALOGUE.citing(fingerprint).isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(String.join(" ", lines(Kind.GONE, cited, null)))
                .contains("    cited by ")
                .contains(CATALOGUE.citing(cited).stream().map(Requirement::id).toList());
    }

    @Test
    void addUp() {
        SentenceChange gone = change(Kind.GONE, NOT_CITED, null);
        assertThat(ChangeLines.summary(List.of())).isEqualTo("no differences");
        assertThat(ChangeLines.summary(
                        List.of(gone, gone, change(Kind.NEW, null, TEA), change(Kind.WORDS, NOT_CITED, TEA))))
                .isEqualTo("differences: 1 new, 2 gone, 1 with other words");
    }

    private static List<String> lines(Kind kind, Fingerprint before, NormativeSentence after) {
        return LINES.of(change(kind, before, after));
    }

    private static SentenceChange change(Kind kind, Fingerprint before, NormativeSentence after) {
        return new SentenceChange(kind, Optional.ofNullable(before), Optional.ofNullable(after));
    }
}
