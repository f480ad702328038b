package org.bitsconformance.judge.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.UnreadBody;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Request;

/**
 * What happened to the body of a packet: a server either reads it off the connection or ends the connection. Only what
 * follows a refusal shows that the body was read; what follows any answer can show that it was not.
 *
 * @param seen whether what came after the packet shows it
 * @param stray what the server answered to the body as if it were a request; empty if it did not
 */
public record RefusedBody(boolean seen, Optional<String> stray) {

    static final RefusedBody NOT_SEEN = new RefusedBody(false, Optional.empty());

    private static final RefusedBody TAKEN = new RefusedBody(true, Optional.empty());
    private static final int REFUSED = 400;

    static RefusedBody of(
            Exchange exchange,
            Request request,
            Optional<Answer> answer,
            List<Exchange> later,
            Set<String> endedByServer) {
        if (request.bodyLength() == 0 || answer.isEmpty()) {
            return NOT_SEEN;
        }
        String text = exchange.answer().text();
        int end = Math.max(0, text.length() - answer.get().excess());
        String own = text.substring(0, end);
        String behind = text.substring(end);
        if (UnreadBody.answered(exchange, answer.get(), own, behind)) {
            return readAsRequest(behind);
        }
        return later.isEmpty() ? NOT_SEEN : before(later.get(0), own, exchange, answer.get(), later, endedByServer);
    }

    private static RefusedBody before(
            Exchange next,
            String own,
            Exchange packet,
            Answer answer,
            List<Exchange> later,
            Set<String> endedByServer) {
        String unasked = next.unasked().text();
        if (UnreadBody.answered(packet, answer, own, unasked)) {
            return readAsRequest(unasked);
        }
        if (UnreadBody.answered(packet, next, later.subList(1, later.size()))) {
            return readAsRequest(next.answer().text());
        }
        if (answer.status() < REFUSED) {
            return NOT_SEEN;
        }
        boolean goesOn =
                next.connection().equals(packet.connection()) && !next.answer().isEmpty();
        boolean closed = endedByServer.contains(packet.connection())
                || answer.headers().all("Connection").stream().anyMatch("close"::equalsIgnoreCase);
        return goesOn || closed ? TAKEN : NOT_SEEN;
    }

    private static RefusedBody readAsRequest(String stray) {
        return new RefusedBody(true, Optional.of(stray));
    }
}
