package org.bitsconformance.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.Request;

/**
 * A fragment that was accepted, or that has no reason to be refused: it belongs to a session that the server gave, and
 * has as many bytes as its range says, in order from the first byte of the upload.
 *
 * @param taken whether it was answered with success
 * @param onUsedConnection whether the connection had carried another packet before
 */
record SentFragment(ContentRange range, boolean taken, boolean onUsedConnection) {

    /** A body shorter than this may be text by coincidence. */
    private static final int SHORTEST_BODY = 16;

    /** The fragments of a case whose answers were waited for. */
    static List<SentFragment> in(List<Exchange> exchanges) {
        Set<String> given = exchanges.stream()
                .filter(one -> Request.parse(one.request()).is(PacketType.CREATE_SESSION))
                .flatMap(one -> one.received().stream())
                .flatMap(answer -> answer.headers().first(BitsHeaders.SESSION_ID).stream())
                .collect(Collectors.toSet());
        return exchanges.stream().flatMap(one -> of(one, given).stream()).toList();
    }

    /** Whether it is less than the whole upload. */
    boolean isPart() {
        return range.length() < range.total();
    }

    /** Whether the upload ends with it. */
    boolean isLast() {
        return range.last() + 1 == range.total();
    }

    private static Optional<SentFragment> of(Exchange exchange, Set<String> given) {
        if (!exchange.purpose().judged() || exchange.ending() == Exchange.Ending.CUT_OFF) {
            return Optional.empty();
        }
        Request request = Request.parse(exchange.request());
        if (!request.is(PacketType.FRAGMENT)
                || request.sessionId().filter(given::contains).isEmpty()) {
            return Optional.empty();
        }
        return request.contentRange()
                .filter(range -> range.length() >= SHORTEST_BODY && range.length() == request.bodyLength())
                .map(range -> new SentFragment(
                        range,
                        exchange.received().filter(Answer::success).isPresent(),
                        exchange.requestOnConnection() > 1))
                .filter(fragment -> fragment.taken() || fragment.range().first() == 0);
    }
}
