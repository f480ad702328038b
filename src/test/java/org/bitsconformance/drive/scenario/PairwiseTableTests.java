package org.bitsconformance.drive.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table protocol-pairs covers every pair of values of two of its parameters. */
class PairwiseTableTests {

    private static final List<Case> ROWS = CaseTable.of("protocol-pairs");

    /** A list of 100 GUIDs with three spaces between them is over 4 KB, and then tests something else. */
    private static final Set<String> IMPOSSIBLE = Set.of("delimiter=spaces others=99");

    @Test
    void coversEveryPair() {
        Map<String, Set<String>> values = values();
        List<String> missing = new ArrayList<>();
        List<String> names = new ArrayList<>(values.keySet());
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                for (String x : values.get(names.get(a))) {
                    for (String y : values.get(names.get(b))) {
                        missing.add(names.get(a) + "=" + x + " " + names.get(b) + "=" + y);
                    }
                }
            }
        }
        missing.removeAll(IMPOSSIBLE);
        missing.removeIf(PairwiseTableTests::stands);
        assertThat(missing).isEmpty();
    }

    @Test
    void hasTheValuesThatMatter() {
        assertThat(values())
                .containsEntry("position", Set.of("first", "middle", "last"))
                .containsEntry("others", Set.of("0", "1", "5", "99"))
                .containsEntry("letters", Set.of("lower", "upper", "mixed"))
                .containsEntry("times", Set.of("1", "2"))
                .containsEntry("delimiter", Set.of("space", "spaces", "tab", "comma", "comma-space"))
                .containsEntry("name", Set.of("yes", "no"))
                .containsEntry("ping", Set.of("yes", "no"));
    }

    @Test
    void isShorterThanEveryCombination() {
        assertThat(ROWS.size()).isLessThan(40);
    }

    private static boolean stands(String pair) {
        String[] sides = pair.split(" ", 2);
        return ROWS.stream().anyMatch(row -> holds(row, sides[0]) && holds(row, sides[1]));
    }

    private static boolean holds(Case row, String side) {
        String[] words = side.split("=", 2);
        return row.text(words[0]).equals(words[1]);
    }

    private static Map<String, Set<String>> values() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        ROWS.forEach(row -> new TreeMap<>(row.parameters())
                .forEach((name, value) ->
                        values.computeIfAbsent(name, key -> new TreeSet<>()).add(value)));
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, LinkedHashMap::new));
    }
}
