package org.bitsconformance.judge.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bitsconformance.transcript.http.ContentRange;

/** Offsets in words, for messages. */
final class Offsets {

    private static final int SHORTEST_RUN = 3;

    private Offsets() {}

    /** The same; of a long range, only the first and the last. */
    static String inWords(Set<Long> offsets, Optional<ContentRange> range) {
        if (range.isEmpty()) {
            return inWords(offsets);
        }
        long first = range.get().first();
        long last = range.get().last();
        while (offsets.contains(first - 1)) {
            first--;
        }
        while (offsets.contains(last + 1)) {
            last++;
        }
        Set<Long> others = new TreeSet<>(offsets);
        for (long offset : offsets) {
            if (first <= offset && offset <= last) {
                others.remove(offset);
            }
        }
        String run = first + " to " + last;
        return others.isEmpty() ? run : inWords(others) + " or " + run;
    }

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
