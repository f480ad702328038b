package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostIdHasFormTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("HostIdHasForm");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FRANKCAO8",
                "upload.example.com",
                "upload.example.com.",
                "upload-2.example.com:8080",
                "BITS_SERVER",
                "192.0.2.1",
                "192.0.2.1:80",
                "2001:db8::1",
                "::1",
                "::",
                "::ffff:192.0.2.1",
                "1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:192.0.2.1",
                "[2001:db8::1]",
                "[2001:db8::1]:8080"
            })
    void holdsForHostsAndAddresses(String host) {
        assertThat(naming(host)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://upload.example.com",
                "upload.example.com/upload",
                "upload example",
                "user@upload.example.com",
                "-upload.example.com",
                "upload..example.com",
                "upload.example.com..",
                "2001:db8::1::2",
                "[2001:db8::1",
                ":80",
                "."
            })
    void breaksForAnythingElse(String host) {
        assertThat(naming(host))
                .isEqualTo(Judgement.broken(
                        "a host name or an address",
                        "BITS-Host-Id: " + host,
                        "The 200 answer to Create-Session has BITS-Host-Id: " + host
                                + " where a host name or an address is expected."));
    }

    @Test
    void breaksForAnEmptyAndForALongValue() {
        assertThat(naming("")).isInstanceOf(Judgement.Broken.class);
        assertThat(naming("a".repeat(299) + "!")).isInstanceOf(Judgement.Broken.class);
        assertThat(naming("a".repeat(60_000) + "!")).as("for another rule").isEqualTo(Judgement.held());
    }

    @Test
    void isNotAboutAcksWithoutOneNorOtherPackets() {
        assertThat(CaseBuilder.session().create().by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("BITS-Host-Id", "/"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement naming(String host) {
        return CaseBuilder.session()
                .create(ack -> ack.with("BITS-Host-Id", host))
                .by(RULE);
    }
}
