package org.bitsconformance.reference.stimulus;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.Delivery;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Acks;
import org.bitsconformance.reference.server.Session;

/** The few kinds of moves from which the stimuli are built. */
final class Moves {

    /** Nothing happens to the packet. */
    static final Move NONE = new Move() {};

    private Moves() {}

    /** Sends this instead of handling the packet. */
    static Move sending(Function<Situation, ServerAnswer> answer) {
        return new Move() {
            @Override
            public Optional<ServerAnswer> instead(Situation situation) {
                return Optional.of(answer.apply(situation));
            }
        };
    }

    /** Sends an HTTP answer without any BITS field, as a front end does (MC-BUP 3.2.5.2.1). */
    static Move sendingBare(StatusCode status) {
        return sending(situation -> ServerAnswer.empty(status));
    }

    /** Refuses the packet by an Ack without an error code. */
    static Move refusing(StatusCode status) {
        return sending(situation -> ack(situation, status));
    }

    /** Refuses the packet by an Ack with this error of the server. */
    static Move refusing(StatusCode status, Hresult hresult) {
        return sending(situation ->
                Acks.withError(ack(situation, status), situation.exchange().reading(), hresult));
    }

    /** Refuses the packet because a server application did (MC-BUP 2.2.1.2); BG_E_HTTP_ERROR_nnn is 0x80190000 plus the status. */
    static Move refusingForApplication(StatusCode status) {
        return sending(situation -> ack(situation, status)
                .with(situation.exchange().reading().errorHeader(), "0x8019%04X".formatted(status.code()))
                .with(BitsHeaders.ERROR_CONTEXT, ErrorContext.REMOTE_APPLICATION.hex()));
    }

    private static ServerAnswer ack(Situation situation, StatusCode status) {
        ServerAnswer answer = ServerAnswer.empty(status).with(BitsHeaders.PACKET_TYPE, PacketType.ACK.headerValue());
        Optional<Session> session = situation.exchange().session();
        if (session.isEmpty()) {
            return answer;
        }
        ServerAnswer named =
                answer.with(BitsHeaders.SESSION_ID, session.get().key().id());
        return situation.exchange().is(PacketType.FRAGMENT)
                ? named.with(BitsHeaders.RECEIVED_CONTENT_RANGE, String.valueOf(received(session.get())))
                : named;
    }

    private static long received(Session session) {
        synchronized (session) {
            return session.upload().received();
        }
    }

    /** Changes the answer, after the packet was handled. */
    static Move changing(BiFunction<Situation, ServerAnswer, ServerAnswer> change) {
        return new Move() {
            @Override
            public ServerAnswer after(Situation situation, ServerAnswer right) {
                return change.apply(situation, right);
            }
        };
    }

    static Move setting(String header, String value) {
        return changing((situation, right) -> right.with(header, value));
    }

    static Move dropping(String header) {
        return changing((situation, right) -> right.without(header));
    }

    static Move delivering(Delivery delivery) {
        return changing((situation, right) -> right.by(delivery));
    }

    static Move answering(StatusCode status) {
        return changing((situation, right) -> right.with(status));
    }

    /** Does something to what the server has before it handles the packet. */
    static Move doing(Consumer<Situation> deed) {
        return new Move() {
            @Override
            public ReceivedPacket before(Situation situation) {
                deed.accept(situation);
                return situation.packet();
            }
        };
    }

    /** Forgets the session of the packet, so that it is unknown. */
    static Move forgettingSession() {
        return doing(situation -> situation.parts().sessions().forget(situation.session()));
    }

    /** Loses the bytes from an offset on; {@code offset} gets the number of bytes that the server has. */
    static Move losingBytes(Function<Long, Long> offset) {
        return doing(situation -> {
            Session session = situation.session();
            synchronized (session) {
                session.upload().truncate(offset.apply(session.upload().received()));
            }
        });
    }

    /** Handles the first half of a Fragment as if no more had been sent. */
    static Move takingHalf() {
        return new Move() {
            @Override
            public ReceivedPacket before(Situation situation) {
                return half(situation.packet(), situation.range());
            }
        };
    }

    /** Cuts the connection in the middle of the body. */
    static Move cutting(Move.Cut cut) {
        return new Move() {
            @Override
            public Cut cut() {
                return cut;
            }
        };
    }

    /** A Fragment with the first half of its bytes. */
    static ReceivedPacket half(ReceivedPacket packet, FragmentRange range) {
        long length = range.length() / 2;
        FragmentRange first = new FragmentRange(range.first(), range.first() + length - 1, range.total());
        Bytes body = packet.body();
        return new ReceivedPacket(
                packet.verb(),
                packet.path(),
                packet.query(),
                packet.headers()
                        .with(BitsHeaders.CONTENT_RANGE, first.usualText())
                        .with(BitsHeaders.CONTENT_LENGTH, String.valueOf(length)),
                body.slice(0, (int) Math.min(length, body.length())),
                packet.connection());
    }
}
