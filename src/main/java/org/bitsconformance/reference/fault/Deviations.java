package org.bitsconformance.reference.fault;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.ByteRange;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.Delivery;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Ack;
import org.bitsconformance.reference.server.Acks;
import org.bitsconformance.reference.server.BackEndAnswer;
import org.bitsconformance.reference.server.CombinedConduct;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.NotificationRequest;
import org.bitsconformance.reference.server.PacketInSession;
import org.bitsconformance.reference.server.ProtocolOffer;
import org.bitsconformance.reference.server.Refusal;

/** The few kinds of deviation from which the faults are built. */
final class Deviations {

    private Deviations() {}

    /** Rewrites some answers before they are sent. */
    static Conduct rewriting(Predicate<Ack> when, Function<Ack, ServerAnswer> how) {
        return new Conduct() {
            @Override
            public ServerAnswer answer(Ack ack) {
                return when.test(ack) ? how.apply(ack) : ack.answer();
            }
        };
    }

    static Conduct dropping(Predicate<Ack> when, String header) {
        return rewriting(when, ack -> ack.answer().without(header));
    }

    static Conduct setting(Predicate<Ack> when, String header, String value) {
        return rewriting(when, ack -> ack.answer().with(header, value));
    }

    /** Adds a second header after the existing one. */
    static Conduct adding(Predicate<Ack> when, String header, String value) {
        return rewriting(when, ack -> ack.answer().and(header, value));
    }

    static Conduct renaming(String header, String newName) {
        return rewriting(
                When.ALWAYS, ack -> ack.answer().with(ack.answer().headers().renamed(header, newName)));
    }

    /** Sends another status, and changes nothing else. */
    static Conduct answering(Predicate<Ack> when, StatusCode status) {
        return rewriting(when, ack -> ack.answer().with(status));
    }

    /** Refuses packets that deserve no refusal, or another one. */
    static Conduct answering(Predicate<Ack> when, StatusCode status, Hresult hresult) {
        return rewriting(
                when,
                ack -> Acks.withError(ack.answer(), ack.exchange().reading(), hresult)
                        .with(status));
    }

    /** Delivers some answers in another way. */
    static Conduct delivering(Predicate<Ack> when, Delivery delivery) {
        return rewriting(when, ack -> ack.answer().by(delivery));
    }

    /** Writes the offset of the next byte in another way; an offset of zero stays unchanged. */
    static Conduct writingOffset(Function<Long, String> how) {
        return rewriting(
                When.ALWAYS,
                ack -> ack.answer()
                        .headers()
                        .first(BitsHeaders.RECEIVED_CONTENT_RANGE)
                        .map(Long::valueOf)
                        .filter(next -> next > 0)
                        .map(next -> ack.answer().with(BitsHeaders.RECEIVED_CONTENT_RANGE, how.apply(next)))
                        .orElseGet(ack::answer));
    }

    static Conduct lapsing(Misbehaviour ownLapse) {
        return new Conduct() {
            @Override
            public boolean commits(Misbehaviour misbehaviour) {
                return misbehaviour == ownLapse;
            }
        };
    }

    /** Accepts some packets that deserve a refusal. */
    static Conduct overlooking(Refusal own, Predicate<PacketInSession> when) {
        return new Conduct() {
            @Override
            public boolean overlooks(Refusal deserved, PacketInSession exchange) {
                return deserved == own && when.test(exchange);
            }
        };
    }

    static Conduct overlooking(Set<Refusal> own) {
        return new CombinedConduct(own.stream().map(Deviations::overlooking).toList());
    }

    static Conduct overlooking(Refusal own) {
        return overlooking(own, exchange -> true);
    }

    /**
     * Accepts a Create-Session that offers nothing known, if its list satisfies {@code when}, and chooses the first
     * entry.
     */
    static Conduct choosingFirst(Predicate<ProtocolOffer> when) {
        Predicate<PacketInSession> nothingKnown = Packets.offering(when.and(offer -> !offer.includesKnown()));
        return new CombinedConduct(List.of(
                overlooking(Refusal.PROTOCOL_NOT_OFFERED, nothingKnown),
                rewriting(
                        When.accepted(PacketType.CREATE_SESSION).and(ack -> nothingKnown.test(ack.exchange())),
                        FaultyValues::choosingFirst)));
    }

    /** Refuses some packets that deserve no refusal. */
    static Conduct refusing(Predicate<PacketInSession> when, Refusal refusal) {
        return new Conduct() {
            @Override
            public Optional<Refusal> objection(PacketInSession exchange) {
                return Optional.of(refusal).filter(any -> when.test(exchange));
            }
        };
    }

    /** Accepts packets of type {@code ownNext} after {@code ownEnd} ended their session. */
    static Conduct goingOn(PacketType ownEnd, PacketType ownNext) {
        return new Conduct() {
            @Override
            public boolean goesOn(PacketType end, PacketType next) {
                return end == ownEnd && next == ownNext;
            }
        };
    }

    /** Misreads the ranges of fragments. */
    static Conduct takingRanges(UnaryOperator<FragmentRange> how) {
        return new Conduct() {
            @Override
            public FragmentRange range(FragmentRange stated) {
                return how.apply(stated);
            }
        };
    }

    static Conduct namingSessions(UnaryOperator<String> idOfFresh) {
        return new Conduct() {
            @Override
            public String sessionId(String fresh) {
                return idOfFresh.apply(fresh);
            }
        };
    }

    static Conduct publishing(UnaryOperator<List<Bytes>> change) {
        return new Conduct() {
            @Override
            public List<Bytes> published(List<Bytes> blocks) {
                return blocks.stream().allMatch(Bytes::isEmpty) ? blocks : change.apply(blocks);
            }
        };
    }

    /** Changes the notifications to the server application. */
    static Conduct notifying(UnaryOperator<NotificationRequest> how) {
        return new Conduct() {
            @Override
            public NotificationRequest notice(NotificationRequest right) {
                return how.apply(right);
            }
        };
    }

    /** Misreads the answers of the server application. */
    static Conduct hearing(UnaryOperator<BackEndAnswer> how) {
        return new Conduct() {
            @Override
            public BackEndAnswer heard(BackEndAnswer said) {
                return how.apply(said);
            }
        };
    }

    /** Serves other ranges of a file than requested, given the length of the file. */
    static Conduct servingRanges(BiFunction<Optional<List<ByteRange>>, Integer, Optional<List<ByteRange>>> how) {
        return new Conduct() {
            @Override
            public Optional<List<ByteRange>> ranges(Optional<List<ByteRange>> asked, int length) {
                return how.apply(asked, length);
            }
        };
    }

    /** Changes some answers to GET and HEAD. */
    static Conduct downloading(
            BiPredicate<ReceivedPacket, ServerAnswer> when,
            BiFunction<ReceivedPacket, ServerAnswer, ServerAnswer> how) {
        return new Conduct() {
            @Override
            public ServerAnswer download(ReceivedPacket asked, ServerAnswer right) {
                return when.test(asked, right) ? how.apply(asked, right) : right;
            }
        };
    }
}
