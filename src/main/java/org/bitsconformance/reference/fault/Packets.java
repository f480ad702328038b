package org.bitsconformance.reference.fault;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.server.PacketInSession;
import org.bitsconformance.reference.server.ProtocolOffer;
import org.bitsconformance.reference.server.Session;
import org.bitsconformance.reference.server.StoredUpload;

/** The packets at which a fault shows. */
final class Packets {

    /** A fragment that starts at the next byte. */
    static final Predicate<PacketInSession> NEXT = fragment((range, upload) -> range.first() == upload.received());

    /** A fragment that starts before the next byte, except the last fragment repeated. */
    static final Predicate<PacketInSession> OVERLAPPING =
            fragment((range, upload) -> range.first() < upload.received() && !upload.isRepeatedBy(range));

    /** The fragment that completed the upload, repeated. */
    static final Predicate<PacketInSession> REPEATING_THE_LAST =
            fragment((range, upload) -> upload.isRepeatedBy(range));

    /** A fragment that starts at the next byte and ends past its total. */
    static final Predicate<PacketInSession> ENDING_PAST_THE_TOTAL =
            stated((range, upload) -> range.first() == upload.received() && range.last() >= range.total());

    /** An empty fragment at the next byte: its range ends before it begins. */
    static final Predicate<PacketInSession> ENDING_BEFORE_IT_BEGINS =
            stated((range, upload) -> range.first() == upload.received() && range.length() == 0);

    /** A fragment whose range does not have the last byte. */
    static final Predicate<PacketInSession> BEFORE_THE_LAST = stating(range -> !range.reachesEnd());

    /** A session id that is not a GUID, with or without braces. */
    static final Predicate<PacketInSession> SESSION_MALFORMED = exchange -> exchange.sessionId()
            .filter(id -> !id.matches("\\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}}?"))
            .isPresent();

    private static final Set<String> USUAL_HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "cache-control",
            "connection",
            "content-type",
            "host",
            "keep-alive",
            "pragma",
            "user-agent");

    private static final List<String> HEADERS_OF_CREATE = List.of(
            BitsHeaders.PACKET_TYPE,
            BitsHeaders.SUPPORTED_PROTOCOLS,
            BitsHeaders.CONTENT_NAME,
            BitsHeaders.CONTENT_LENGTH,
            BitsHeaders.METHOD_OVERRIDE);

    private Packets() {}

    /** Create-Sessions whose list of protocols satisfies {@code how}. */
    static Predicate<PacketInSession> offering(Predicate<ProtocolOffer> how) {
        return exchange -> exchange.is(PacketType.CREATE_SESSION) && how.test(ProtocolOffer.in(exchange.packet()));
    }

    /** Create-Sessions whose header section satisfies {@code how}. */
    static Predicate<PacketInSession> creating(Predicate<HeaderFields> how) {
        return exchange -> exchange.is(PacketType.CREATE_SESSION)
                && how.test(exchange.packet().headers());
    }

    /** Packets with a header whose value satisfies the condition. */
    static Predicate<PacketInSession> naming(String header, Predicate<String> how) {
        return exchange -> exchange.packet().headers().all(header).stream().anyMatch(how);
    }

    static Predicate<PacketInSession> stating(Predicate<FragmentRange> how) {
        return exchange ->
                exchange.is(PacketType.FRAGMENT) && exchange.range().filter(how).isPresent();
    }

    /** Whether the body has bytes that are not UTF-8. */
    static boolean isNoText(PacketInSession exchange) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(exchange.packet().body().array()));
            return false;
        } catch (CharacterCodingException notText) {
            return true;
        }
    }

    /** Whether the range of a fragment is valid but written in an unusual way. */
    static boolean isRangeInOtherSpelling(PacketInSession exchange) {
        Optional<String> sent = exchange.packet().headers().first(BitsHeaders.CONTENT_RANGE);
        return exchange.range()
                .map(FragmentRange::usualText)
                .filter(usual -> !sent.map(String::strip).equals(Optional.of(usual)))
                .isPresent();
    }

    static boolean hasCommaInList(HeaderFields headers) {
        return headers.all(BitsHeaders.SUPPORTED_PROTOCOLS).stream().anyMatch(list -> list.contains(","));
    }

    /** Whether the known protocol is anywhere in the list, even as a part of an entry. */
    static boolean hasKnownProtocolInText(HeaderFields headers) {
        return headers.all(BitsHeaders.SUPPORTED_PROTOCOLS).stream()
                .anyMatch(list -> list.toLowerCase(Locale.ROOT).contains(UploadProtocol.BITS_1_5));
    }

    /** Whether there is a header that a server need not know. */
    static boolean hasUnusualHeader(HeaderFields headers) {
        return headers.fields().stream()
                .anyMatch(header -> !USUAL_HEADERS.contains(header.name().toLowerCase(Locale.ROOT))
                        && HEADERS_OF_CREATE.stream().noneMatch(header::isNamed));
    }

    /** Whether a header that Create-Session needs is spelt in another case than in the documents. */
    static boolean hasHeaderInOtherCase(HeaderFields headers) {
        return headers.fields().stream()
                .map(HeaderField::name)
                .anyMatch(name -> HEADERS_OF_CREATE.stream().anyMatch(name::equalsIgnoreCase)
                        && !HEADERS_OF_CREATE.contains(name));
    }

    private static Predicate<PacketInSession> fragment(BiPredicate<FragmentRange, StoredUpload> how) {
        return exchange -> exchange.is(PacketType.FRAGMENT)
                && exchange.range()
                        .flatMap(range -> exchange.session().filter(session -> holds(how, range, session)))
                        .isPresent();
    }

    /** Like {@link #fragment}, also for ranges whose numbers contradict each other. */
    private static Predicate<PacketInSession> stated(BiPredicate<FragmentRange, StoredUpload> how) {
        return exchange -> exchange.is(PacketType.FRAGMENT)
                && exchange.packet()
                        .headers()
                        .first(BitsHeaders.CONTENT_RANGE)
                        .flatMap(FragmentRange::numbers)
                        .flatMap(range -> exchange.session().filter(session -> holds(how, range, session)))
                        .isPresent();
    }

    private static boolean holds(BiPredicate<FragmentRange, StoredUpload> how, FragmentRange range, Session session) {
        synchronized (session) {
            return how.test(range, session.upload());
        }
    }
}
