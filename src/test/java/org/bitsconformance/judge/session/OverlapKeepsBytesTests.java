package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes 10 to 19 of 40 are sent twice with different values: the second time in a fragment from 10 to 29. */
class OverlapKeepsBytesTests {

    private static final OverlapKeepsBytes RULE = new OverlapKeepsBytes();
    private static final UploadIsDelivered DELIVERED = new UploadIsDelivered();

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WINDOWS", "WIN32"})
    void holds_if_the_first_bytes_stay(Dialect dialect) {
        CaseBuilder kept = finished().readBackSame(40).dialect(dialect);

        assertThat(kept.by(RULE)).containsExactly(Judgement.held());
        assertThat(kept.by(DELIVERED)).containsExactly(Judgement.held());
    }

    @Test
    void breaks_if_the_second_bytes_replace_them_and_no_other_rule_breaks() {
        CaseBuilder overwritten = finished().readBackDifferent(40, 10, 40);

        assertThat(overwritten.by(RULE))
                .containsExactly(Judgement.broken(
                        "bytes 10 to 19 as they had arrived first",
                        "others from byte 10 on",
                        "A Fragment with other bytes 10 to 19 than had arrived was taken, and"
                                + " http://server.example/upload/file does not hold the first ones: it differs from"
                                + " byte 10 on."));
        assertThat(overwritten.broken()).containsExactly("fragment.overlap.kept");
    }

    @Test
    void is_not_about_other_differences() {
        CaseBuilder after = finished().readBackDifferent(39, 39, 40);
        assertThat(after.by(RULE)).containsExactly(Judgement.held());
        assertThat(after.broken()).containsExactly("delivery.complete");

        CaseBuilder before = finished().readBackDifferent(40, 5, 40);
        assertThat(before.by(RULE))
                .containsExactly(Judgement.skipped("the upload differs before the bytes that were sent twice"));
        assertThat(before.broken()).containsExactly("delivery.complete");
    }

    @Test
    void is_skipped_if_the_upload_cannot_be_read_back() {
        Judgement skipped = Judgement.skipped("delivery not judged: uploads cannot be read back");

        assertThat(finished().by(RULE)).containsExactly(skipped);
        assertThat(finished()
                        .readBackNothing(Presence.UNREADABLE, OptionalInt.of(403), 40)
                        .by(RULE))
                .containsExactly(skipped);
    }

    @Test
    void is_skipped_if_mc_bup_decides() {
        CaseBuilder overwritten = finished().readBackDifferent(40, 10, 40).dialect(Dialect.MC_BUP);

        assertThat(overwritten.by(RULE))
                .containsExactly(Judgement.skipped(
                        "MC-BUP says that such a fragment is refused, not what happens to its bytes"));
        assertThat(overwritten.broken()).isEmpty();
    }

    @Test
    void is_not_about_the_same_bytes_nor_a_refused_fragment() {
        CaseBuilder same =
                begun().fragment(10, 29, 40).fragment(30, 39, 40).close().readBackDifferent(40, 10, 40);
        assertThat(same.by(RULE)).isEmpty();
        assertThat(same.broken()).containsExactly("delivery.complete");

        assertThat(altering(begun())
                        .fragment(10, 29, 40, ack -> ack.status(416).with("BITS-Received-Content-Range", "20"))
                        .fragment(20, 39, 40)
                        .close()
                        .readBackDifferent(40, 10, 40)
                        .by(RULE))
                .isEmpty();
    }

    private static CaseBuilder finished() {
        return altering(begun())
                .fragment(10, 29, 40)
                .purpose(Purpose.CASE)
                .fragment(30, 39, 40)
                .close();
    }

    private static CaseBuilder begun() {
        return CaseBuilder.created().fragment(0, 9, 40).fragment(10, 19, 40);
    }

    /** The next fragment has different bytes from those that were sent. */
    private static CaseBuilder altering(CaseBuilder played) {
        return played.purpose(Purpose.OPEN).nextRequest(fragment -> fragment.onlyBody("0123456789".repeat(2)));
    }
}
