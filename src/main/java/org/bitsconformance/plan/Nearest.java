package org.bitsconformance.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the name that somebody probably meant. */
public final class Nearest {
    private static final double CLOSE_ENOUGH = 0.84;

    private Nearest() {}

    /** The valid name most like {@code word}; empty if none is close. Ignores case, hyphens and underscores. */
    public static Optional<String> to(String word, Collection<String> valid) {
        return valid.stream()
                .filter(name -> likeness(word, name) >= CLOSE_ENOUGH)
                .max(Comparator.comparingDouble(name -> likeness(word, name)));
    }

    private static double likeness(String word, String name) {
        return new JaroWinklerSimilarity().apply(plain(word), plain(name));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
