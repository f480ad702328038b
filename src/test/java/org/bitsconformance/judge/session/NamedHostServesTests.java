package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;

class NamedHostServesTests {

    private static final NamedHostServes RULE = new NamedHostServes();
    private static final String UNKNOWN = "0x8020001F";

    @Test
    void holds_if_the_named_host_accepts_a_packet() {
        assertThat(at("two.example", named("two.example")).fragment(0, 9, 20).by(RULE))
                .isEqualTo(Judgement.held());
        assertThat(at("Two.Example", named("two.example")).fragment(0, 9, 20).by(RULE))
                .isEqualTo(Judgement.held());
        assertThat(named("server.example").fragment(0, 9, 20).by(RULE))
                .as("its own")
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaks_if_the_named_host_does_not_know_the_session_and_nothing_else_does() {
        CaseBuilder played = at("two.example", named("two.example")).fragment(0, 9, 20, NamedHostServesTests::unknown);

        assertThat(played.by(RULE))
                .isEqualTo(Judgement.broken(
                        "an answer of the session's, with 200",
                        "500 with BITS-Error: 0x8020001F at two.example",
                        "Fragment was answered 500 with BITS-Error: 0x8020001F at two.example, the host that"
                                + " BITS-Host-Id named for the session, which has taken none of its packets."));
        assertThat(played.broken()).containsExactly("host-id.serves");
    }

    @Test
    void leaves_everything_after_an_accepted_packet_to_other_rules() {
        CaseBuilder played = at("two.example", named("two.example")).fragment(0, 9, 20);

        CaseBuilder refused = at("two.example", played).fragment(10, 19, 20, NamedHostServesTests::unknown);

        assertThat(refused.by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(refused.broken()).containsExactly("fragment.status.next");
    }

    @Test
    void leaves_offsets_to_other_rules() {
        CaseBuilder played = at("two.example", named("two.example")).fragment(0, 9, 20, ack -> ack.status(416));

        assertThat(played.broken()).contains("fragment.status.next").doesNotContain("host-id.serves");
    }

    @Test
    void accuses_nobody_if_the_session_went_back_to_the_first_host() {
        CaseBuilder played = named("two.example").fragment(0, 9, 20, NamedHostServesTests::unknown);

        assertThat(played.by(RULE))
                .isEqualTo(Judgement.observed("Fragment was answered 500 at server.example, though BITS-Host-Id had"
                        + " named another host for the session."));
        assertThat(played.broken()).isEmpty();
    }

    @Test
    void a_first_host_that_has_accepted_a_packet_must_go_on_accepting() {
        assertThat(named("two.example")
                        .fragment(0, 9, 20)
                        .fragment(10, 19, 20, NamedHostServesTests::unknown)
                        .broken())
                .containsExactly("fragment.status.next");
    }

    @Test
    void reports_what_the_first_host_says_to_a_client_that_comes_back() {
        CaseBuilder played = at("two.example", named("two.example"))
                .fragment(0, 9, 20)
                .purpose(Purpose.OPEN)
                .fragment(10, 19, 20);

        assertThat(played.by(RULE))
                .isEqualTo(Judgement.observed("Fragment was answered 200 at server.example, though BITS-Host-Id had"
                        + " named another host for the session."));
    }

    @Test
    void is_not_about_limits_nor_about_sessions_without_a_host() {
        assertThat(at("two.example", named("two.example"))
                        .fragment(
                                0,
                                9,
                                20,
                                ack -> ack.status(500)
                                        .with("BITS-Error", "0x80200020")
                                        .with("BITS-Error-Context", "0x5"))
                        .by(RULE))
                .isEqualTo(Judgement.skipped("the target's limit: Fragment was answered 500"));
        assertThat(CaseBuilder.created().fragment(0, 9, 20).by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(named("http://two.example/").fragment(0, 9, 20).by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    private static CaseBuilder named(String host) {
        return CaseBuilder.session().create(ack -> ack.with("BITS-Host-Id", host));
    }

    private static CaseBuilder at(String host, CaseBuilder played) {
        return played.nextRequest(request -> request.with("Host", host));
    }

    private static Message unknown(Message ack) {
        return ack.status(500).with("BITS-Error", UNKNOWN).with("BITS-Error-Context", "0x5");
    }
}
