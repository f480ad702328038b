package org.bitsconformance.drive.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTests {

    @Test
    void the_plans_order_leaves_a_list_unchanged() {
        assertThat(Order.parse("plan")).isEqualTo(Order.PLAN).hasToString("plan");
        assertThat(Order.of(Optional.empty())).isEqualTo(Order.PLAN);
        assertThat(arranged("plan", "cases")).isSorted();
    }

    @Test
    void a_seeded_order_is_repeatable_and_differs_by_seed_and_by_list() {
        assertThat(arranged("4711", "cases"))
                .isEqualTo(arranged("4711", "cases"))
                .isNotEqualTo(arranged("4712", "cases"))
                .isNotEqualTo(arranged("4711", "classes"))
                .containsExactlyInAnyOrderElementsOf(arranged("plan", "cases"));
    }

    @Test
    void a_random_order_can_be_repeated() {
        Order order = Order.parse("random");

        assertThat(order.seed()).isPresent();
        assertThat(Order.parse(order.toString())).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "Random", "0x10", "1234567890123456789"})
    void anything_else_is_not_an_order(String text) {
        assertThatThrownBy(() -> Order.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "must be plan, random or a seed (a whole number of at most 18 digits), not \"" + text + "\"");
    }

    private static List<Integer> arranged(String order, String what) {
        List<Integer> list = new ArrayList<>(IntStream.range(0, 50).boxed().toList());
        Order.parse(order).arrange(list, what);
        return list;
    }
}
