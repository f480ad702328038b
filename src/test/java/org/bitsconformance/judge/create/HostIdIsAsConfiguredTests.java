package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Declared;
import org.junit.jupiter.api.Test;

class HostIdIsAsConfiguredTests {

    private static final HostIdIsAsConfigured RULE = new HostIdIsAsConfigured();

    @Test
    void holdsForTheHostThatIsDeclaredInAnyCase() {
        assertThat(answered("two.example", ack -> ack.with("BITS-Host-Id", "Two.Example")))
                .isEqualTo(Judgement.held());
    }

    @Test
    void holdsForNoHostIfNoneIsDeclared() {
        assertThat(answered("none", ack -> ack)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksForAnotherHost() {
        assertThat(answered("two.example", ack -> ack.with("BITS-Host-Id", "three.example")))
                .isEqualTo(Judgement.broken(
                        "two.example",
                        "BITS-Host-Id: three.example",
                        "The 200 answer to Create-Session has BITS-Host-Id: three.example where two.example is"
                                + " expected."));
    }

    @Test
    void breaksForNoHost() {
        assertThat(answered("two.example", ack -> ack))
                .isEqualTo(Judgement.broken(
                        "BITS-Host-Id: two.example",
                        "no BITS-Host-Id",
                        "The 200 answer to Create-Session has no BITS-Host-Id."));
    }

    @Test
    void breaksForAHostIfNoneIsDeclared() {
        assertThat(answered("none", ack -> ack.with("BITS-Host-Id", "two.example")))
                .isEqualTo(Judgement.broken(
                        "no BITS-Host-Id",
                        "BITS-Host-Id: two.example",
                        "The 200 answer to Create-Session has BITS-Host-Id: two.example where no BITS-Host-Id is"
                                + " expected."));
    }

    @Test
    void leavesWhatIsNotAHostAndRefusalsToOtherRules() {
        assertThat(answered("two.example", ack -> ack.with("BITS-Host-Id", "http://two.example/")))
                .isEqualTo(Judgement.outOfScope());
        assertThat(answered(
                        "two.example",
                        ack -> ack.with("BITS-Host-Id", "two.example").and("BITS-Host-Id: two.example")))
                .isEqualTo(Judgement.outOfScope());
        assertThat(answered("two.example", ack -> ack.status(500))).isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutOtherPacketsNorUndeclaredValues() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.with("BITS-Host-Id", "a"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .declared(declared("two.example"))
                        .ping()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement answered(String host, UnaryOperator<Message> ack) {
        return CaseBuilder.session().declared(declared(host)).create(ack).by(RULE);
    }

    private static Declared declared(String host) {
        return new Declared(false, Optional.empty(), Optional.of(host), OptionalLong.empty(), Optional.empty());
    }
}
