package org.bitsconformance.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.report.html.WireLines.Kind;
import org.bitsconformance.report.html.WireLines.Line;
import org.junit.jupiter.api.Test;

class PageBudgetTests {

    private final PageBudget space = new PageBudget(1_000);

    @Test
    void gives_room_while_there_is_any() {
        List<Line> half = List.of(new Line(Kind.BODY, "b".repeat(500)));
        assertThat(space.lines(half)).isEqualTo(half);
        assertThat(space.lines(half)).isEqualTo(half);
        assertThat(space.lines(half)).singleElement().extracting(Line::kind).isEqualTo(Kind.NOTE);
    }

    @Test
    void nothing_always_fits() {
        assertThat(new PageBudget(0).lines(List.of())).isEmpty();
    }

    @Test
    void cuts_texts_shorter_when_there_is_little_left() {
        assertThat(space.text("t".repeat(700))).startsWith("t".repeat(600) + "…");
        assertThat(space.text("t".repeat(700))).isEqualTo("t".repeat(60) + "… (cut: 700 characters)");
    }
}
