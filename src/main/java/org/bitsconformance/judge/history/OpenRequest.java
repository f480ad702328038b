package org.bitsconformance.judge.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.UnusualForm;
import org.bitsconformance.transcript.UnusualForm.Meaning;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Request;

/**
 * Requests to which no document gives one meaning. The answer to such a request is open, and so is everything that may
 * depend on it: the state of a session that it names or may have started, the delivery of its upload, and other answers
 * on its connection. Each reason is a sentence without its full stop.
 */
final class OpenRequest {

    private OpenRequest() {}

    /** Why the meaning of a request is open; empty if it is not. */
    static Optional<String> why(Exchange exchange, Request request, Set<UnusualForm> forms) {
        List<UnusualForm> open =
                forms.stream().filter(form -> form.meaning() == Meaning.OPEN).toList();
        if (!open.isEmpty()) {
            return Optional.of(with(request, open) + " has no one meaning by any document");
        }
        return forms.isEmpty() && !Request.wellFormed(exchange.request())
                ? Optional.of(name(request) + " is not HTTP (RFC 2616 5), and nobody says what it means")
                : Optional.empty();
    }

    /** Whether HTTP lets a front end refuse a request that has only one meaning. */
    static boolean mayBeRefused(Exchange exchange, Set<UnusualForm> forms) {
        return !forms.isEmpty()
                && forms.stream().allMatch(form -> form.meaning().refusable())
                && Request.wellFormed(exchange.request());
    }

    /** Why it is open that a request was refused; empty if it was accepted, or an Ack says why it was not. */
    static Optional<String> whyRefused(
            Exchange exchange, Request request, Set<UnusualForm> forms, Optional<Answer> answer) {
        boolean open = mayBeRefused(exchange, forms)
                && answer.filter(seen -> seen.success() || seen.ofTheProtocol()).isEmpty();
        return open
                ? Optional.of(with(request, List.copyOf(forms)) + " may be refused by a front end")
                : Optional.empty();
    }

    /** Whether a request leaves every session unchanged, whatever it is taken to mean. */
    static boolean changesNothing(Request request) {
        List<String> types = request.headers().all(BitsHeaders.PACKET_TYPE);
        return !types.isEmpty() && types.stream().allMatch(PacketType.PING.headerValue()::equalsIgnoreCase);
    }

    private static String with(Request request, List<UnusualForm> forms) {
        return name(request) + " with "
                + forms.stream().map(form -> form + " (" + form.source() + ")").collect(Collectors.joining(" and "));
    }

    private static String name(Request request) {
        return request.packetType().map(type -> "a " + type).orElse("a packet");
    }
}
