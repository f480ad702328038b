package org.bitsconformance.transcript;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * Answers to the body of a refused request. A server that leaves such a body on a connection that it keeps reads it as
 * the next request there (RFC 2616 4.4), and answers that in place of the next packet.
 */
public final class UnreadBody {

    private UnreadBody() {}

    /** Whether what came back for {@code next} may be the answer to the body of {@code before}. */
    public static boolean mayHaveAnswered(Exchange before, Exchange next) {
        boolean follows = before.connection().equals(next.connection())
                && before.requestOnConnection() + 1 == next.requestOnConnection();
        boolean refused = answer(before).filter(seen -> seen.status() >= 400).isPresent();
        return follows
                && refused
                && Request.parse(before.request()).bodyLength() > 0
                && (next.ending() == Ending.NOT_HTTP
                        || answer(next).filter(UnreadBody::isNoAck).isPresent());
    }

    /** Whether it was: the same packet, sent again on another connection, was answered by the protocol. */
    public static boolean answered(Exchange before, Exchange next, List<Exchange> later) {
        return mayHaveAnswered(before, next)
                && later.stream()
                        .findFirst()
                        .filter(again -> again.attempt() > next.attempt())
                        .flatMap(UnreadBody::answer)
                        .filter(Answer::ofTheProtocol)
                        .isPresent();
    }

    private static boolean isNoAck(Answer answer) {
        return answer.status() >= 400
                && !FrontEnd.answered(answer)
                && !FrontEnd.asksForCredentials(answer)
                && !answer.ofTheProtocol();
    }

    private static Optional<Answer> answer(Exchange exchange) {
        return AnswerParser.parse(exchange.answer().text(), BitsHeaders.VERB, exchange.ending() == Ending.CLOSED);
    }
}
