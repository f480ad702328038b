package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolWasOfferedTests {

    private static final ProtocolWasOffered RULE = new ProtocolWasOffered();

    private static final String BITS_1_5 = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
    private static final String OTHER = "{00000000-0000-4000-8000-000000000001}";

    @ParameterizedTest
    @ValueSource(strings = {BITS_1_5, "{7DF0354D-249B-430F-820D-3D2A9BEF4931}"})
    void holdsInEitherCase(String protocol) {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.with("BITS-Protocol", protocol))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHER + " " + BITS_1_5, BITS_1_5 + "," + OTHER, BITS_1_5 + " , " + OTHER})
    void holdsForOneOfAList(String offered) {
        assertThat(CaseBuilder.session()
                        .nextRequest(request -> request.with("BITS-Supported-Protocols", offered))
                        .create()
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHER, "7df0354d-249b-430f-820d-3d2a9bef4931", "BITS/1.5"})
    void breaksForAnother(String protocol) {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.with("BITS-Protocol", protocol))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "one of " + BITS_1_5,
                        "BITS-Protocol: " + protocol,
                        "The 200 answer to Create-Session has BITS-Protocol: " + protocol + " where one of " + BITS_1_5
                                + " is expected."));
    }

    @Test
    void isNotAboutAnAbsentProtocolNorRefusalsNorOtherPackets() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.without("BITS-Protocol"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session().create(ack -> ack.status(400)).by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("BITS-Protocol", OTHER))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
