package org.bitsconformance.judge.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.requirement.CauseText;
import org.bitsconformance.requirement.CauseTexts;
import org.junit.jupiter.api.Test;

class CauseBookTests {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");

    @Test
    void every_cause_has_a_finder_and_every_finder_a_text() {
        List<String> texts = CauseTexts.load().all().stream().map(CauseText::id).toList();
        assertThat(CauseBook.all().stream().map(CauseFinder::id)).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(texts).allMatch(id -> ID.matcher(id).matches());
    }

    @Test
    void every_text_says_what_is_wrong_and_what_to_change() {
        assertThat(CauseTexts.load().all()).allSatisfy(text -> {
            assertThat(text.title()).endsWith(".").hasSizeBetween(20, 120);
            assertThat(text.change()).endsWith(".").doesNotContain("\n").hasSizeBetween(40, 400);
        });
        assertThat(CauseTexts.load().find("no-such-cause")).isEqualTo(Optional.empty());
    }

    @Test
    void without_broken_requirements_there_is_no_cause() {
        CaseBuilder conforming = CaseBuilder.created()
                .fragment(0, 9, 20)
                .newConnection()
                .fragment(10, 19, 20)
                .close()
                .readBackSame(20)
                .create()
                .cancel()
                .create(ack -> ack.error(400, "0x80070057"));
        assertThat(CausesFound.ids(conforming)).isEmpty();
    }

    @Test
    void a_single_refusal_without_a_visible_reason_has_no_cause() {
        assertThat(CausesFound.ids(CaseBuilder.created()
                        .fragment(0, 9, 20)
                        .fragment(10, 19, 20)
                        .close(ack -> ack.error(500, "0x80004005"))))
                .isEmpty();
    }
}
