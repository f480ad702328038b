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

/** The few kinds of deviation that the faults are made of. */
final class Deviations {

    private Deviations() {}

    /** Some answers are rewritten before they are sent. */
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

    /** A second header, after the existing one. */
    static Conduct adding(Predicate<Ack> when, String header, String value) {
        return rewriting(when, ack -> ack.answer().and(header, value));
    }

    static Conduct renaming(String header, String newName) {
        return rewriting(
                When.ALWAYS, ack -> ack.answer().with(ack.answer().headers().renamed(header, newName)));
    }

    /** Another status, and nothing else. */
    static Conduct answering(Predicate<Ack> when, StatusCode status) {
        return rewriting(when, ack -> ack.answer().with(status));
    }

    /** A refusal of packets that deserve none, or another refusal than they deserve. */
    static Conduct answering(Predicate<Ack> when, StatusCode status, Hresult hresult) {
        return rewriting(
                when,
                ack -> Acks.withError(ack.answer(), ack.exchange().reading(), hresult)
                        .with(status));
    }

    /** Some answers go over the wire in another way. */
    static Conduct delivering(Predicate<Ack> when, Delivery delivery) {
        return rewriting(when, ack -> ack.answer().by(delivery));
    }

    /** The offset of the next byte is written in another way; an offset of zero stays as it is. */
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

    /** Some packets are accepted though they deserve a refusal. */
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

    /** A Create-Session that offers nothing known succeeds if its list is so, and the first entry is chosen. */
    static Conduct choosingFirst(Predicate<ProtocolOffer> when) {
        Predicate<PacketInSession> nothingKnown = Packets.offering(when.and(offer -> !offer.includesKnown()));
        return new CombinedConduct(List.of(
                overlooking(Refusal.PROTOCOL_NOT_OFFERED, nothingKnown),
                rewriting(
                        When.accepted(PacketType.CREATE_SESSION).and(ack -> nothingKnown.test(ack.exchange())),
                        FaultyValues::choosingFirst)));
    }

    /** Some packets are refused though they deserve no refusal. */
    static Conduct refusing(Predicate<PacketInSession> when, Refusal refusal) {
        return new Conduct() {
            @Override
            public Optional<Refusal> objection(PacketInSession exchange) {
                return Optional.of(refusal).filter(any -> when.test(exchange));
            }
        };
    }

    /** Packets of type {@code ownNext} are accepted after {@code ownEnd} ended their session. */
    static Conduct goingOn(PacketType ownEnd, PacketType ownNext) {
        return new Conduct() {
            @Override
            public boolean goesOn(PacketType end, PacketType next) {
                return end == ownEnd && next == ownNext;
            }
        };
    }

    /** Ranges of fragments are taken for others. */
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

    /** Notifications of the server application are changed. */
    static Conduct notifying(UnaryOperator<NotificationRequest> how) {
        return new Conduct() {
            @Override
            public NotificationRequest notice(NotificationRequest right) {
                return how.apply(right);
            }
        };
    }

    /** Answers of the server application are taken for others. */
    static Conduct hearing(UnaryOperator<BackEndAnswer> how) {
        return new Conduct() {
            @Override
            public BackEndAnswer heard(BackEndAnswer said) {
                return how.apply(said);
            }
        };
    }

    /** Other ranges of a file are served than are asked for; the length of the file is known. */
    static Conduct servingRanges(BiFunction<Optional<List<ByteRange>>, Integer, Optional<List<ByteRange>>> how) {
        return new Conduct() {
            @Override
            public Optional<List<ByteRange>> ranges(Optional<List<ByteRange>> asked, int length) {
                return how.apply(asked, length);
            }
        };
    }

    /** Some answers to GET and HEAD are changed. */
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
