package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyUrlHasFormTests {

    private static final ReplyUrlHasForm RULE = new ReplyUrlHasForm();

    private static final String OF_WINDOWS = "BITS-Sessions\\Replies\\{C85B4E0A-9EB9-4114-BFA4-8A43B4710091}\\r.bin";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://server.example/replies/1",
                "https://[2001:db8::1]:8080/a%7Bb%7D?c=d#e",
                "/replies/1",
                "replies/1.bin"
            })
    void holdsForAUrl(String url) {
        assertThat(replied(Dialect.ANY, url)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://server.example/a b", "http://server.example/{1}", "http://server.example/%7", "a\\b"})
    void breaksForAnythingElse(String url) {
        assertThat(replied(Dialect.ANY, url))
                .isEqualTo(Judgement.broken(
                        "a URL",
                        "BITS-Reply-URL: " + url,
                        "The 200 answer to Fragment has BITS-Reply-URL: " + url + " where a URL is expected."));
    }

    @Test
    void breaksIfNothingIsThere() {
        assertThat(replied(Dialect.ANY, "")).isInstanceOf(Judgement.Broken.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WIN32", "MC_BUP"})
    void breaksForThePathOfWindows(Dialect dialect) {
        assertThat(replied(dialect, OF_WINDOWS)).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isExcusedForThePathOfWindows() {
        assertThat(replied(Dialect.WINDOWS, OF_WINDOWS))
                .isEqualTo(Judgement.observed("The 200 answer to Fragment has BITS-Reply-URL: " + OF_WINDOWS
                        + ", a relative path with back-slashes, as in the traffic of Windows in MC-BUP 4.2."));
    }

    @Test
    void breaksForAnotherPathUnderTheDialectOfWindows() {
        assertThat(replied(Dialect.WINDOWS, "C:\\replies\\1")).isInstanceOf(Judgement.Broken.class);
        assertThat(replied(Dialect.WINDOWS, "http:\\\\server\\1")).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isNotAboutSimpleUploadsNorAcksWithoutOneNorOtherPackets() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.with("BITS-Reply-URL", "a b"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created().uploadReply().fragment(0, 9, 10).by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .uploadReply()
                        .close(ack -> ack.with("BITS-Reply-URL", "a b"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement replied(Dialect dialect, String url) {
        return CaseBuilder.created()
                .dialect(dialect)
                .uploadReply()
                .fragment(0, 9, 10, ack -> ack.with("BITS-Reply-URL", url))
                .by(RULE);
    }
}
