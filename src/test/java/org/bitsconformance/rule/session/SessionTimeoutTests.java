package org.bitsconformance.rule.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.Message;
import org.bitsconformance.rule.Played;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;

/** The rules about the time-out of sessions; each session here has one of 1000 ms. */
class SessionTimeoutTests {

    private static final IdleSessionEnds ENDED = new IdleSessionEnds();
    private static final ProgressKeepsSession KEPT = new ProgressKeepsSession();

    @Test
    void a_session_whose_time_is_over_is_not_known() {
        assertThat(after(1500, SessionTimeoutTests::unknown).by(ENDED)).containsExactly(Judgement.held());
        assertThat(after(1500, SessionTimeoutTests::unknown)
                        .dialect(Dialect.WIN32)
                        .by(ENDED))
                .containsExactly(Judgement.held());
        assertThat(after(1500, ack -> ack.error(400, "0x80070057")).by(ENDED)).containsExactly(Judgement.held());
        assertThat(after(1500, ack -> ack.error(400, "0x80070057"))
                        .dialect(Dialect.MC_BUP)
                        .by(ENDED))
                .allMatch(Judgement.Broken.class::isInstance);
        assertThat(after(1500, SessionTimeoutTests::unknown).broken()).isEmpty();
    }

    @Test
    void a_session_that_is_taken_for_open_after_its_time_breaks_that() {
        Played taken = after(1500, ack -> ack);

        assertThat(taken.by(ENDED))
                .containsExactly(Judgement.broken(
                        "500 with 0x8020001F (BG_E_SESSION_NOT_FOUND), or 400",
                        "200",
                        "A Fragment that came 1500 ms after the packet before it, in a session with a time-out of 1000"
                                + " ms, was answered 200 where 500 with 0x8020001F (BG_E_SESSION_NOT_FOUND), or 400 is"
                                + " expected."));
        assertThat(taken.broken()).containsExactly("session-timeout.ended");
        assertThat(after(1500, ack -> ack.error(404, "0x80070002")).broken()).containsExactly("session-timeout.ended");
    }

    @Test
    void nothing_is_judged_close_to_the_time_out() {
        assertThat(after(1100, ack -> ack).by(ENDED))
                .containsExactly(Judgement.skipped("the packet came too close to the session's time-out"));
        assertThat(after(900, SessionTimeoutTests::unknown).by(KEPT))
                .containsExactly(Judgement.skipped("the packet came too close to the session's time-out"));
        assertThat(after(900, SessionTimeoutTests::unknown).by(ENDED)).isEmpty();
        assertThat(after(1500, SessionTimeoutTests::unknown).by(KEPT)).isEmpty();
    }

    @Test
    void progress_begins_the_time_anew() {
        Played twice =
                session().create().resting(600).fragment(0, 9, 30).resting(600).purpose(Purpose.OPEN);

        assertThat(twice.fragment(10, 19, 30).by(KEPT)).containsExactly(Judgement.held());
    }

    @Test
    void a_session_that_is_given_up_before_its_time_breaks_that() {
        Played given = after(600, SessionTimeoutTests::unknown);

        assertThat(given.by(KEPT))
                .containsExactly(Judgement.broken(
                        "status 200",
                        "500 with BITS-Error: 0x8020001F",
                        "A Fragment that came 600 ms after the last progress, in a session with a time-out of 1000 ms,"
                                + " was answered 500 with BITS-Error: 0x8020001F."));
        assertThat(given.broken()).containsExactly("session-timeout.kept");
    }

    @Test
    void without_a_declared_time_out_nothing_is_judged() {
        Played undeclared = Played.created().resting(1500).purpose(Purpose.OPEN).fragment(0, 9, 30);

        assertThat(List.of(undeclared.by(ENDED), undeclared.by(KEPT))).allMatch(List::isEmpty);
    }

    private static Played after(long millis, UnaryOperator<Message> ack) {
        return session()
                .create()
                .fragment(0, 9, 30)
                .resting(millis)
                .purpose(Purpose.OPEN)
                .fragment(10, 19, 30, ack);
    }

    private static Message unknown(Message ack) {
        return ack.error(500, "0x8020001F");
    }

    private static Played session() {
        return Played.session()
                .declared(new Declared(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        DeclaredAccess.UNDECLARED,
                        DeclaredLimits.ofSessions(1000)));
    }
}
