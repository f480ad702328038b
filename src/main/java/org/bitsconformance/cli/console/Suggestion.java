package org.bitsconformance.cli.console;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The valid name nearest to a wrong one. */
public final class Suggestion {

    private static final double NEAR = 0.8;

    private Suggestion() {}

    /** Such as {@code ; did you mean "ping"?}; empty if no name is near. */
    public static String among(String wrong, Stream<String> names) {
        return nearest(wrong, names)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
    }

    /** The nearest name; empty if none is near. */
    public static Optional<String> nearest(String wrong, Stream<String> names) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        return names.max(Comparator.comparingDouble(name -> similarity.apply(wrong, name)))
                .filter(name -> similarity.apply(wrong, name) >= NEAR);
    }
}
