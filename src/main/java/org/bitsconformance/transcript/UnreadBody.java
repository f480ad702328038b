package org.bitsconformance.transcript;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.IdleEnd;
import org.bitsconformance.transcript.http.QuotedBytes;
import org.bitsconformance.transcript.http.Request;

/**
 * Answers to the body of a packet. A server that leaves a body on a connection that it keeps reads it as the next
 * request there (RFC 2616 4.4), and answers that instead of the next packet, or right after its own answer. Something
 * that is not a request line may get an HTTP/0.9 answer: a page without a status line.
 */
public final class UnreadBody {

    /** What HTTP servers answer to something that is not a request. */
    private static final Set<Integer> NO_REQUEST = Set.of(400, 405, 414, 501, 505);

    private static final Pattern NO_REQUEST_IN_A_PAGE = Pattern.compile("\\b(400|405|414|501|505)\\b");
    private static final String RESPONSE = "HTTP/";
    private static final int REFUSED = 400;

    private UnreadBody() {}

    /** Whether what came back for {@code next} may be the answer to the body of {@code before}. */
    public static boolean mayHaveAnswered(Exchange before, Exchange next) {
        boolean follows = before.connection().equals(next.connection())
                && before.requestOnConnection() + 1 == next.requestOnConnection();
        Optional<Answer> own = before.received();
        if (!follows || own.isEmpty() || Request.parse(before.request()).bodyLength() == 0) {
            return false;
        }
        boolean refused = own.get().status() >= REFUSED;
        return next.ending() == Ending.NOT_HTTP
                || next.received()
                        .filter(UnreadBody::isNoAck)
                        .filter(seen -> refused || NO_REQUEST.contains(seen.status()))
                        .isPresent();
    }

    /**
     * Whether it certainly was: the same packet, sent again on another connection, got a BITS answer, or the answer
     * quotes the body.
     */
    public static boolean answered(Exchange before, Exchange next, List<Exchange> later) {
        return mayHaveAnswered(before, next)
                && (quotes(next.answer().text(), before, next.request().text())
                        || later.stream()
                                .findFirst()
                                .filter(again -> again.attempt() > next.attempt())
                                .flatMap(Exchange::received)
                                .filter(Answer::ofTheProtocol)
                                .isPresent());
    }

    /**
     * Whether bytes that came right after the answer to a packet, or unasked later, are the answer to its body.
     *
     * @param bytes what came, as ISO 8859-1
     * @param own the answer to the packet itself
     * @param ownBytes that answer as received; its repetition says nothing about the body
     */
    public static boolean answered(Exchange packet, Answer own, String ownBytes, String bytes) {
        if (bytes.startsWith(RESPONSE)) {
            return !IdleEnd.is(bytes) && !bytes.equals(ownBytes);
        }
        boolean tellsOfAnotherStatus =
                NO_REQUEST_IN_A_PAGE.matcher(bytes).find() && !bytes.contains(String.valueOf(own.status()));
        return !bytes.isBlank() && (tellsOfAnotherStatus || quotes(bytes, packet, ""));
    }

    /** Whether a text quotes the body of a packet and what followed it on the connection. */
    private static boolean quotes(String text, Exchange packet, String following) {
        String request = packet.request()
                .restored()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElseGet(() -> packet.request().text());
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        return QuotedBytes.in(text, body + following, body.length())
                || (!body.isEmpty() && QuotedBytes.wordIn(text, body + following));
    }

    private static boolean isNoAck(Answer answer) {
        return answer.status() >= REFUSED
                && !FrontEnd.answered(answer)
                && !FrontEnd.asksForCredentials(answer)
                && !answer.ofTheProtocol();
    }
}
