package org.bitsconformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTests {

    private static final List<Integer> ALL = IntStream.range(0, 1403).boxed().toList();

    @ParameterizedTest
    @CsvSource({"1/1,1,1", "2/5,2,5", "5/5,5,5", "9999/9999,9999,9999"})
    void is_read_as_it_is_written(String text, int number, int of) {
        assertThat(Shard.parse(text)).isEqualTo(new Shard(number, of)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "0/5", "6/5", "1/0", "2", "2/", "/5", "2/5/1", "-1/5", "02/5", " 2/5", "1/10000", "٢/٥"
            })
    void anything_else_is_refused_with_the_allowed_form(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be I/N, the I-th of N parts with I from 1 to N, such as 2/5, not \"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void everything_is_in_exactly_one_part_and_parts_differ_by_one(int of) {
        List<List<Integer>> parts = IntStream.rangeClosed(1, of)
                .mapToObj(number -> new Shard(number, of).partOf(ALL))
                .toList();
        List<Integer> together = new ArrayList<>();
        parts.forEach(together::addAll);

        assertThat(together).hasSameSizeAs(ALL).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(parts)
                .allSatisfy(part ->
                        assertThat(part).isSorted().hasSizeBetween(ALL.size() / of, (ALL.size() + of - 1) / of));
    }

    @Test
    void the_reasons_of_many_shards_are_counted() {
        List<MergedShard> some = List.of(
                MergedShard.missing(new Shard(1, 6)),
                new MergedShard(2, Optional.of("u"), Optional.of(Instant.EPOCH), 1, "plan", ""),
                MergedShard.missing(new Shard(3, 6)));

        assertThat(MergedShard.reasons(some)).isEqualTo("shard 1/6 is missing; shard 3/6 is missing");
        assertThat(MergedShard.reasons(IntStream.rangeClosed(1, 6)
                        .mapToObj(number -> MergedShard.missing(new Shard(number, 6)))
                        .toList()))
                .isEqualTo("shard 1/6 is missing; shard 2/6 is missing; shard 3/6 is missing; 3 more shards are missing"
                        + " or incomplete");
        assertThat(MergedShard.reasons(List.of(some.get(1)))).isEmpty();
    }
}
