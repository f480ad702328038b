package org.bitsconformance.judge.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;

class ContentCausesTests {

    private static CaseBuilder ascii(CaseBuilder played, UnaryOperator<Message> ack) {
        return played.create()
                .nextRequest(request -> request.body("0123456789"))
                .fragment(0, 9, 20, ack);
    }

    private static CaseBuilder binary(CaseBuilder played, UnaryOperator<Message> ack) {
        return played.create().fragment(0, 9, 20, ack);
    }

    @Test
    void binary_content_fails_and_ascii_succeeds() {
        CaseBuilder played = ascii(CaseBuilder.session(), ack -> ack);
        for (int times = 0; times < 3; times++) {
            binary(played, ContentCausesTests::failed);
        }
        assertThat(CausesFound.ids(played)).containsExactly("content-as-text");
        assertThat(CausesFound.ids(binary(played, ack -> ack))).isEmpty();
    }

    @Test
    void if_ascii_fails_too_the_content_is_not_the_cause() {
        CaseBuilder played = ascii(CaseBuilder.session(), ContentCausesTests::failed);
        for (int times = 0; times < 3; times++) {
            binary(played, ContentCausesTests::failed);
        }
        assertThat(CausesFound.ids(played)).isEmpty();
    }

    /** Three uploads of binary content that come back with other bytes, from one byte on. */
    private static CaseBuilder mangled(long firstDifference) {
        return mangled("01234567\u00E9\u00E8", firstDifference);
    }

    private static CaseBuilder mangled(String body, long firstDifference) {
        CaseBuilder played = CaseBuilder.session();
        for (int times = 0; times < 3; times++) {
            played.create()
                    .nextRequest(request -> request.body(body))
                    .fragment(0, 9, 10)
                    .close()
                    .readBackDifferent(10, firstDifference, 10);
        }
        return played;
    }

    @Test
    void binary_content_is_mangled_from_its_first_byte_over_127() {
        assertThat(CausesFound.of(mangled(8))).singleElement().satisfies(cause -> {
            assertThat(cause.id()).isEqualTo("content-as-text");
            assertThat(cause.explains()).containsExactly("delivery.complete");
        });
    }

    @Test
    void binary_content_is_mangled_from_its_first_byte_that_is_not_utf_8() {
        assertThat(CausesFound.ids(mangled("01\u00C3\u00A94567\u00E9\u00E8", 8)))
                .containsExactly("content-as-text");
        assertThat(CausesFound.ids(mangled("01\u00C3\u00A94567\u00E9\u00E8", 5)))
                .isEmpty();
    }

    @Test
    void if_every_upload_goes_wrong_at_its_first_byte_text_handling_is_not_the_cause() {
        assertThat(CausesFound.ids(mangled("\u00E9\u00E8 34567\u00E9\u00E8", 0)))
                .isEmpty();
    }

    @Test
    void if_content_goes_wrong_within_its_ascii_text_handling_is_not_the_cause() {
        assertThat(CausesFound.ids(mangled(3))).isEmpty();
    }

    private static CaseBuilder delivered(long second) {
        CaseBuilder played = CaseBuilder.created().fragment(0, 19, 20).close().readBackSame(20);
        for (int times = 0; times < 2; times++) {
            played.create().fragment(0, 9, 20).fragment(10, 19, 20).close().readBackDifferent(20, second, 20);
        }
        return played;
    }

    @Test
    void a_second_fragment_is_written_at_the_wrong_place() {
        assertThat(CausesFound.ids(delivered(10))).containsExactly("wrong-offset");
        assertThat(CausesFound.ids(delivered(15))).isEmpty();
    }

    private static CaseBuilder far(UnaryOperator<Message> ack) {
        CaseBuilder played =
                CaseBuilder.created().fragment(0, 9, 20).fragment(10, 19, 20).close();
        for (int times = 0; times < 2; times++) {
            played.create().fragment(4294967296L, 4294967305L, 5368709120L, ack);
        }
        return played;
    }

    @Test
    void offsets_lose_their_upper_bits() {
        assertThat(CausesFound.ids(far(ack -> ack))).contains("offsets-32-bit");
        assertThat(CausesFound.ids(far(ContentCausesTests::invalid))).containsExactly("offsets-32-bit");
    }

    @Test
    void if_small_fragments_are_refused_too_their_size_is_not_the_cause() {
        assertThat(CausesFound.ids(
                        far(ContentCausesTests::invalid).create().fragment(0, 9, 20, ContentCausesTests::invalid)))
                .isEmpty();
    }

    @Test
    void ranges_are_compared_as_text() {
        CaseBuilder played =
                CaseBuilder.created().fragment(0, 899, 900).close().create().fragment(0, 799, 800);
        for (int times = 0; times < 2; times++) {
            played.create().fragment(0, 500, 2000).fragment(501, 1100, 2000, ContentCausesTests::invalid);
        }
        assertThat(CausesFound.ids(played)).containsExactly("range-compared-as-text");
    }

    /** Ranges with leading zeros and those in another unit get these answers; usual ones are accepted. */
    private static CaseBuilder spelt(UnaryOperator<Message> zeros, UnaryOperator<Message> unit) {
        CaseBuilder played = CaseBuilder.session();
        for (int times = 0; times < 2; times++) {
            played.create()
                    .fragment(0, 9, 20)
                    .nextRequest(request -> request.with("Content-Range", "bytes 0010-0019/0020"))
                    .fragment(10, 19, 20, zeros)
                    .create()
                    .fragment(0, 9, 20)
                    .nextRequest(request -> request.with("Content-Range", "BYTES 10-19/20"))
                    .fragment(10, 19, 20, unit);
        }
        return played;
    }

    @Test
    void ranges_are_accepted_in_only_one_spelling() {
        UnaryOperator<Message> taken = ack -> ack;
        for (CaseBuilder refused : List.of(
                spelt(ContentCausesTests::invalid, ContentCausesTests::invalid),
                spelt(ContentCausesTests::invalid, taken),
                spelt(taken, ContentCausesTests::invalid))) {
            assertThat(CausesFound.of(refused)).singleElement().satisfies(cause -> {
                assertThat(cause.id()).isEqualTo("range-compared-as-text");
                assertThat(cause.explains()).containsExactly("fragment.status.next");
            });
        }
        assertThat(CausesFound.ids(spelt(taken, taken))).isEmpty();
    }

    @Test
    void ranges_are_not_checked() {
        CaseBuilder gap = CaseBuilder.created().fragment(0, 9, 40).fragment(20, 29, 40);
        CaseBuilder both = gap.create().fragment(0, 9, 40).fragment(10, 19, 50);
        assertThat(CausesFound.of(both)).singleElement().satisfies(cause -> {
            assertThat(cause.id()).isEqualTo("range-not-checked");
            assertThat(cause.explains()).containsExactlyInAnyOrder("fragment.status.gap", "fragment.total");
        });
        assertThat(CausesFound.ids(CaseBuilder.created().fragment(0, 9, 40).fragment(20, 29, 40)))
                .isEmpty();
    }

    private static Message failed(Message ack) {
        return ack.error(500, "0x80004005");
    }

    private static Message invalid(Message ack) {
        return ack.error(400, "0x80070057");
    }
}
