package org.bitsconformance.judge.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Offsets in words, for messages. */
final class Offsets {

    private static final int SHORTEST_RUN = 3;

    private Offsets() {}

    /** All of them with "or" between; three or more that follow each other are named by the first and the last. */
    static String inWords(Set<Long> offsets) {
        List<String> words = new ArrayList<>();
        List<Long> run = new ArrayList<>();
        for (long offset : new TreeSet<>(offsets)) {
            if (!run.isEmpty() && offset != run.get(run.size() - 1) + 1) {
                words.add(ofRun(run));
                run.clear();
            }
            run.add(offset);
        }
        if (!run.isEmpty()) {
            words.add(ofRun(run));
        }
        return String.join(" or ", words);
    }

    private static String ofRun(List<Long> run) {
        return run.size() < SHORTEST_RUN
                ? String.join(" or ", run.stream().map(String::valueOf).toList())
                : run.get(0) + " to " + run.get(run.size() - 1);
    }
}
