package org.bitsconformance.report.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitsconformance.report.compare.ReportedRun.Entry;

/**
 * Something that several runs say in a word.
 *
 * @param cells one for each run
 */
public record ComparedValue(String id, String title, List<Cell> cells) {

    /**
     * What a run says.
     *
     * @param group the same letter for the same value
     * @param value empty where nothing was seen
     */
    public record Cell(String group, String value) {}

    static ComparedValue of(String id, List<Optional<Entry>> entries) {
        List<String> values = entries.stream()
                .map(entry -> entry.map(Entry::value).orElse(""))
                .toList();
        List<String> groups = Comparison.letters(values);
        return new ComparedValue(
                id,
                entries.stream()
                        .flatMap(Optional::stream)
                        .map(Entry::title)
                        .findFirst()
                        .orElse(""),
                IntStream.range(0, values.size())
                        .mapToObj(i -> new Cell(groups.get(i), values.get(i)))
                        .toList());
    }

    /** Whether not all say the same. */
    public boolean different() {
        return cells.stream().map(Cell::group).distinct().count() > 1;
    }
}
