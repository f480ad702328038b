package org.bitsconformance.requirement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * How a normative sentence of another edition of MC-BUP differs from the edition that was fingerprinted.
 *
 * @param kind what happened to it
 * @param before its fingerprint; empty if it is new
 * @param after the sentence of the other edition; empty if it is gone
 */
public record SentenceChange(Kind kind, Optional<Fingerprint> before, Optional<NormativeSentence> after) {

    /** What happened to a sentence. */
    public enum Kind {
        /** It is only in the other edition. */
        NEW,
        /** It is only in the fingerprinted edition. */
        GONE,
        /** Other words at the same place, with the same keywords. */
        WORDS,
        /** Other words at the same place, with other keywords. */
        KEYWORDS,
        /** The same words at another place. */
        MOVED
    }

    /**
     * The differences, in the order of the other edition, with gone sentences last. A sentence that is the same at the
     * same place is no difference.
     */
    public static List<SentenceChange> between(Fingerprints shipped, List<NormativeSentence> edition) {
        return new Comparison(shipped, edition).changes();
    }

    private static final class Comparison {

        private final Set<Fingerprint> before;
        private final List<NormativeSentence> edition;
        private final Map<NormativeSentence, SentenceChange> changes = new HashMap<>();
        private final Set<NormativeSentence> after;

        Comparison(Fingerprints shipped, List<NormativeSentence> edition) {
            this.before = new LinkedHashSet<>(shipped.all());
            this.edition = edition;
            this.after = new LinkedHashSet<>(edition);
        }

        List<SentenceChange> changes() {
            pair((old, now) -> old.id().equals(now.id()) && old.hash().equals(now.hash()));
            changes.clear();
            pair((old, now) -> old.section().equals(now.section()) && old.hash().equals(now.hash()));
            pair((old, now) -> old.hash().equals(now.hash()));
            pair((old, now) -> old.id().equals(now.id()));
            after.forEach(sentence ->
                    changes.put(sentence, new SentenceChange(Kind.NEW, Optional.empty(), Optional.of(sentence))));
            List<SentenceChange> all = new ArrayList<>();
            edition.stream().filter(changes::containsKey).map(changes::get).forEach(all::add);
            before.stream()
                    .map(gone -> new SentenceChange(Kind.GONE, Optional.of(gone), Optional.empty()))
                    .forEach(all::add);
            return List.copyOf(all);
        }

        private void pair(BiPredicate<Fingerprint, Fingerprint> same) {
            for (NormativeSentence sentence : List.copyOf(after)) {
                Fingerprint now = sentence.fingerprint();
                before.stream().filter(old -> same.test(old, now)).findFirst().ifPresent(old -> {
                    before.remove(old);
                    after.remove(sentence);
                    changes.put(sentence, new SentenceChange(kind(old, now), Optional.of(old), Optional.of(sentence)));
                });
            }
        }

        private static Kind kind(Fingerprint old, Fingerprint now) {
            if (old.hash().equals(now.hash())) {
                return Kind.MOVED;
            }
            return old.keywords().equals(now.keywords()) ? Kind.WORDS : Kind.KEYWORDS;
        }
    }
}
