package org.bitsconformance.judge.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/** What Acks look like: header names, spellings, bodies, and which headers are present. */
final class FormReadings {

    static final List<ConflictReader> READERS = List.of(
            ConflictReader.ofAck("error-header-name", FormReadings::errorHeaderName),
            ConflictReader.ofAck("hresult-spelling", FormReadings::hresultSpelling),
            ConflictReader.ofAck("error-headers-with-416", FormReadings::codeWith416),
            ConflictReader.ofAck("ack-body", FormReadings::body),
            ConflictReader.ofExchange("reply-url-form", FormReadings::replyUrl),
            ConflictReader.ofExchange("received-range-on-refusals", FormReadings::receivedRangeOnRefusal));

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private FormReadings() {}

    private static Optional<Reading> errorHeaderName(Answer ack) {
        boolean win32 = carries(ack, BitsHeaders.ERROR_CODE);
        boolean mcBup = carries(ack, BitsHeaders.ERROR);
        if (ack.status() < 400 || !(win32 || mcBup)) {
            return Reading.nothing();
        }
        if (win32 && mcBup) {
            return Reading.both("both headers");
        }
        return win32 ? Reading.win32(BitsHeaders.ERROR_CODE) : Reading.mcBup(BitsHeaders.ERROR);
    }

    private static Optional<Reading> hresultSpelling(Answer ack) {
        return ErrorCode.of(ack.headers())
                .filter(code -> ack.status() >= 400 && code.value().isPresent())
                .map(code -> code.text().toLowerCase(Locale.ROOT))
                .flatMap(text -> {
                    if (text.startsWith("0x")) {
                        return Reading.open("0x before the digits");
                    }
                    return Reading.open(text.startsWith("x") ? "x before the digits" : "digits alone");
                });
    }

    private static Optional<Reading> codeWith416(Answer ack) {
        if (ack.status() != 416) {
            return Reading.nothing();
        }
        Optional<ErrorCode> code =
                ErrorCode.of(ack.headers()).filter(found -> !found.text().isEmpty());
        if (code.isEmpty()) {
            return Reading.open("no HRESULT");
        }
        boolean zero = code.get().value().filter(value -> value == 0).isPresent();
        return zero ? Reading.open("HRESULT 0") : Reading.open("an HRESULT");
    }

    private static Optional<Reading> body(Answer ack) {
        return ack.body().isEmpty() ? Reading.both("no body") : Reading.win32("a body");
    }

    private static Optional<Reading> replyUrl(Step step, Answer ack) {
        return ack.headers()
                .first(BitsHeaders.REPLY_URL)
                .filter(url -> step.is(PacketType.FRAGMENT) && !url.isEmpty())
                .flatMap(url -> {
                    if (url.indexOf('\\') >= 0) {
                        return Reading.open("a path with back-slashes");
                    }
                    return ABSOLUTE.matcher(url).lookingAt()
                            ? Reading.both("a whole URL")
                            : Reading.both("a relative URL");
                });
    }

    private static Optional<Reading> receivedRangeOnRefusal(Step step, Answer ack) {
        if (!step.is(PacketType.FRAGMENT) || ack.status() < 400 || ack.status() == 416) {
            return Reading.nothing();
        }
        return Reading.open((carries(ack, BitsHeaders.RECEIVED_CONTENT_RANGE) ? "with " : "without ")
                + BitsHeaders.RECEIVED_CONTENT_RANGE);
    }

    private static boolean carries(Answer ack, String name) {
        return ack.headers().first(name).filter(value -> !value.isEmpty()).isPresent();
    }
}
