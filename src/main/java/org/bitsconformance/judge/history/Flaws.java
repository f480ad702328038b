package org.bitsconformance.judge.history;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.UnusualForm;
import org.bitsconformance.transcript.UnusualForm.Meaning;
import org.bitsconformance.transcript.http.Guid;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Headers;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.WireBytes;

/** Finds the flaws of a packet. */
final class Flaws {

    private static final int LONGEST_VALUE = 4096;
    private static final int MOST_PROTOCOLS = 100;

    private static final Set<Reference> OF_THE_CASE =
            EnumSet.of(Reference.GIVEN, Reference.RESPELT, Reference.ELSEWHERE);

    private static final Set<Identity> MAY_UPLOAD = EnumSet.of(Identity.USER, Identity.OTHER);

    private final Request request;
    private final Headers headers;
    private final Set<Flaw> found = EnumSet.noneOf(Flaw.class);

    private Flaws(Request request) {
        this.request = request;
        this.headers = request.headers();
    }

    static Set<Flaw> of(Exchange exchange, Request request, Reference reference, PermittedStates before) {
        Flaws flaws = new Flaws(request);
        flaws.add(Flaw.OPEN, exchange.purpose() == Purpose.OPEN || exchange.purpose() == Purpose.BEYOND);
        flaws.add(Flaw.NOT_PERMITTED, !MAY_UPLOAD.contains(exchange.carriage().identity()));
        flaws.whole(exchange);
        Optional<PacketType> type = request.packetType();
        if (type.filter(found -> found != PacketType.ACK).isEmpty()) {
            flaws.found.add(Flaw.PACKET_TYPE_UNKNOWN);
            flaws.add(Flaw.SESSION_UNKNOWN, reference == Reference.UNKNOWN);
            flaws.add(Flaw.SESSION_ENDED, OF_THE_CASE.contains(reference) && before.mayHaveEnded());
            return flaws.found;
        }
        switch (type.get()) {
            case PING -> flaws.ping(reference);
            case CREATE_SESSION -> flaws.create();
            case FRAGMENT -> flaws.fragment(reference, before);
            case CLOSE_SESSION, CANCEL_SESSION -> flaws.end(reference, before);
            case ACK -> throw new IllegalStateException("an Ack is not a request");
        }
        return flaws.found;
    }

    private void whole(Exchange exchange) {
        form(exchange);
        add(
                Flaw.VALUE_TOO_LONG,
                headers.fields().stream().map(Header::value).anyMatch(value -> value.length() > LONGEST_VALUE));
        add(Flaw.PACKET_TYPE_CASE, !spelledAsDocumented());
        add(Flaw.ENCODED, !headers.all(BitsHeaders.CONTENT_ENCODING).stream().allMatch("identity"::equalsIgnoreCase));
    }

    private void form(Exchange exchange) {
        WireBytes bytes = exchange.request();
        Set<UnusualForm> forms = UnusualForm.of(exchange);
        forms.removeIf(form -> form.meaning() == Meaning.REFUSABLE);
        boolean lengthMissing = forms.equals(Set.of(UnusualForm.NO_LENGTH)) && Request.headWellFormed(bytes);
        boolean exact = headers.first(BitsHeaders.CONTENT_LENGTH)
                .filter(value -> value.equals(String.valueOf(request.bodyLength())))
                .isPresent();
        add(Flaw.LENGTH_MISSING, lengthMissing);
        add(Flaw.NOT_HTTP, !lengthMissing && (!Request.wellFormed(bytes) || !forms.isEmpty() || !exact));
    }

    private boolean spelledAsDocumented() {
        String sent = headers.first(BitsHeaders.PACKET_TYPE).orElse("");
        return request.packetType()
                .map(PacketType::headerValue)
                .map(sent::equals)
                .orElse(true);
    }

    private void ping(Reference reference) {
        add(Flaw.BODY_ON_PING, request.bodyLength() > 0);
        add(Flaw.SESSION_UNKNOWN, reference == Reference.UNKNOWN);
    }

    private void create() {
        add(Flaw.BODY_UNEXPECTED, request.bodyLength() > 0);
        String list = String.join(" ", headers.all(BitsHeaders.SUPPORTED_PROTOCOLS));
        List<String> tokens = Arrays.stream(list.split("[\\s,]+"))
                .filter(token -> !token.isEmpty())
                .toList();
        boolean known = tokens.stream().anyMatch(UploadProtocol.BITS_1_5::equalsIgnoreCase);
        boolean malformed = !tokens.stream().allMatch(Guid::isInBraces);
        if (tokens.isEmpty()) {
            found.add(Flaw.PROTOCOLS_MISSING);
        } else if (!known) {
            found.add(malformed ? Flaw.PROTOCOLS_MALFORMED : Flaw.PROTOCOLS_UNKNOWN);
        } else {
            add(Flaw.PROTOCOLS_MIXED, malformed);
            add(Flaw.PROTOCOLS_OVER_100, tokens.size() > MOST_PROTOCOLS && list.length() <= LONGEST_VALUE);
            add(Flaw.PROTOCOLS_WITH_COMMAS, list.contains(","));
            add(Flaw.PROTOCOLS_WITH_OTHER_SPACE, list.contains("\t") || list.contains("  "));
        }
    }

    private void fragment(Reference reference, PermittedStates before) {
        session(reference, before);
        boolean valid = request.contentRange().isPresent();
        add(Flaw.RANGE_INVALID, !valid);
        add(Flaw.LENGTH_DIFFERS, valid && request.contentRange().get().length() != request.bodyLength());
        add(
                Flaw.TOTAL_CHANGED,
                valid
                        && reference == Reference.GIVEN
                        && before.hasOtherTotalThan(request.contentRange().get().total()));
    }

    private void end(Reference reference, PermittedStates before) {
        session(reference, before);
        add(Flaw.BODY_UNEXPECTED, request.bodyLength() > 0);
    }

    private void session(Reference reference, PermittedStates before) {
        boolean guid = Guid.isInBraces(request.sessionId().orElse(""));
        add(
                Flaw.SESSION_MISSING,
                request.sessionId().filter(id -> !id.isEmpty()).isEmpty());
        add(Flaw.SESSION_UNKNOWN, reference == Reference.UNKNOWN && guid);
        add(
                Flaw.SESSION_MALFORMED,
                reference == Reference.UNKNOWN
                        && !guid
                        && !request.sessionId().orElse("").isEmpty());
        add(Flaw.SESSION_RESPELT, reference == Reference.RESPELT);
        add(Flaw.SESSION_ELSEWHERE, reference == Reference.ELSEWHERE);
        add(Flaw.SESSION_ENDED, OF_THE_CASE.contains(reference) && before.mayHaveEnded());
    }

    private void add(Flaw flaw, boolean there) {
        if (there) {
            found.add(flaw);
        }
    }
}
