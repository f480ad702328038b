package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalUrlIsThereTests {

    private static final OriginalUrlIsThere RULE = new OriginalUrlIsThere();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://server.example/upload/file",
                "HTTPS://10.0.0.1:8443/upload/file",
                "http://inner/UPLOAD/f%69le",
                "http://inner/upload/f%69LE",
                "/upload/file"
            })
    void holdsForThePathOfTheUploadOnAnyHostWithAnyEscapes(String url) {
        assertThat(naming(url)).containsExactly(Judgement.held());
    }

    @Test
    void holdsForEscapesInCapitalsAndInSmallLetters() {
        UnaryOperator<Message> escaped = request -> request.startLine("BITS_POST /upload/%c3%A4%zz HTTP/1.1");
        assertThat(CaseBuilder.session()
                        .nextRequest(escaped)
                        .create()
                        .nextRequest(escaped)
                        .notified(notification -> notification.request(
                                request -> request.with("BITS-Original-Request-URL", "http://h/upload/%C3%a4%zz")))
                        .fragment(0, 99, 100)
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnotherPath() {
        assertThat(naming("http://server.example/notify"))
                .containsExactly(Judgement.broken(
                        "BITS-Original-Request-URL with /upload/file",
                        "BITS-Original-Request-URL: http://server.example/notify",
                        "The notification has BITS-Original-Request-URL: http://server.example/notify, and the upload"
                                + " went to /upload/file."));
        assertThat(naming("http://server.example")).hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void breaksWithoutAUrl() {
        Judgement missing = Judgement.broken(
                "BITS-Original-Request-URL",
                "no BITS-Original-Request-URL",
                "The notification has no BITS-Original-Request-URL.");

        assertThat(naming("")).containsExactly(missing);
        assertThat(Notified.upload(notification ->
                                notification.request(request -> request.without("BITS-Original-Request-URL")))
                        .by(RULE))
                .containsExactly(missing);
    }

    @Test
    void theFirstOfSeveralCounts() {
        assertThat(Notified.upload(notification ->
                                notification.request(request -> request.and("BITS-Original-Request-URL: http://h/x")))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    private static List<Judgement> naming(String url) {
        return Notified.upload(
                        notification -> notification.request(request -> request.with("BITS-Original-Request-URL", url)))
                .by(RULE);
    }
}
