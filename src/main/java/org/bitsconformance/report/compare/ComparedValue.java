package org.bitsconformance.report.compare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitsconformance.report.compare.ReportedRun.Entry;

/**
 * A value of a word or two in several runs.
 *
 * @param cells one for each run
 */
@JsonPropertyOrder({"id", "different", "cells"})
public record ComparedValue(String id, @JsonIgnore String title, List<Cell> cells) {

    /**
     * What a run says.
     *
     * @param group a letter; the same for the same value
     * @param value empty if nothing was seen
     */
    public record Cell(
            String group,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String value) {}

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

    /** Whether the runs have different values. */
    @JsonProperty
    public boolean different() {
        return cells.stream().map(Cell::group).distinct().count() > 1;
    }
}
