package org.bitsconformance.report.har;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.report.har.HarMessage.Field;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * A response in a HAR file. The names of the components are the keys of HAR.
 *
 * @param status 0 if no HTTP answer came
 * @param headersSize of the heads as received, including interim answers, in bytes; -1 without an answer
 * @param bodySize of what followed, in bytes; -1 without an answer
 * @param error how the exchange ended; missing if an HTTP answer came
 * @param comment a remark about it; missing if there is none
 */
record HarResponse(
        int status,
        String statusText,
        String httpVersion,
        List<Object> cookies,
        List<Field> headers,
        Content content,
        String redirectURL,
        long headersSize,
        long bodySize,
        @JsonProperty("_error") Optional<String> error,
        Optional<String> comment) {

    /**
     * A body without chunked coding.
     *
     * @param size in bytes
     */
    record Content(long size, String mimeType, Optional<String> text, Optional<String> encoding) {

        static Content of(String bytes, String mimeType) {
            HarText text = HarText.of(bytes);
            return new Content(
                    bytes.length(),
                    mimeType,
                    Optional.of(text.text()).filter(some -> !some.isEmpty()),
                    text.encoding());
        }
    }

    /** Reads the answer of an exchange. */
    static HarResponse of(Exchange exchange) {
        return exchange.received().map(answer -> of(answer, exchange)).orElseGet(() -> none(exchange));
    }

    private static HarResponse of(Answer answer, Exchange exchange) {
        WireBytes bytes = exchange.answer();
        int head = HarMessage.headLength(bytes, answer.interim() + 1);
        return new HarResponse(
                answer.status(),
                HarMessage.cut(answer.reason()),
                answer.version(),
                List.of(),
                HarMessage.fields(answer.headers()),
                Content.of(answer.body(), HarMessage.contentType(answer.headers())),
                answer.headers().first("Location").map(HarMessage::cut).orElse(""),
                head,
                bytes.length() - head,
                Optional.empty(),
                comment(answer, exchange));
    }

    private static HarResponse none(Exchange exchange) {
        String ending = word(exchange.ending());
        return new HarResponse(
                0,
                "",
                "",
                List.of(),
                List.of(),
                Content.of(exchange.answer().text(), HarMessage.contentType(HarMessage.NO_HEADERS)),
                "",
                -1,
                -1,
                Optional.of(ending),
                Optional.of("no HTTP answer; the exchange ended: " + ending));
    }

    private static Optional<String> comment(Answer answer, Exchange exchange) {
        List<String> words = new ArrayList<>();
        if (exchange.ending() != Ending.ANSWERED) {
            words.add("the exchange ended: " + word(exchange.ending()));
        }
        if (!answer.defects().isEmpty()) {
            words.add("form: " + String.join(", ", answer.defects()));
        }
        if (answer.excess() > 0) {
            words.add(answer.excess() + " bytes after the end of the answer");
        }
        if (HarMessage.cut(answer.headers().fields())) {
            words.add("header fields are cut; transcript/ has them");
        }
        return Optional.of(String.join("; ", words))
                .filter(some -> !some.isEmpty())
                .map(HarMessage::cut);
    }

    private static String word(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
