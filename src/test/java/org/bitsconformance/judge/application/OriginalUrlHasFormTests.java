package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalUrlHasFormTests {

    private static final CaseRule RULE = NamedRule.ofCases("OriginalUrlHasForm");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://server.example/upload/file",
                "HTTPS://server.example:8443/upload/file?a=b",
                "http://[::1]:80",
                "http://h?query"
            })
    void holdsForAUrl(String url) {
        assertThat(naming(url)).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/upload/file", "ftp://h/file", "http:///upload/file", "http://h/a file", "http://h/file#x"})
    void breaksForAnythingElse(String text) {
        assertThat(naming(text))
                .containsExactly(Judgement.broken(
                        "a URL such as http://host/path",
                        "BITS-Original-Request-URL: " + text,
                        "The notification has BITS-Original-Request-URL: " + text + ", which is not an HTTP URL."));
    }

    @Test
    void isNotAboutAMissingUrlWhichIsAnotherRequirement() {
        assertThat(naming("")).isEmpty();
        assertThat(Notified.upload(notification ->
                                notification.request(request -> request.without("BITS-Original-Request-URL")))
                        .by(RULE))
                .isEmpty();
    }

    private static List<Judgement> naming(String url) {
        return Notified.upload(
                        notification -> notification.request(request -> request.with("BITS-Original-Request-URL", url)))
                .by(RULE);
    }
}
