package org.bitsconformance.reference.fault;

import java.util.function.Predicate;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Ack;
import org.bitsconformance.reference.server.Refusal;

/** The Acks in which a fault shows. */
final class When {

    static final Predicate<Ack> ALWAYS = ack -> true;

    /** The packet was accepted and the answer still says so. */
    static final Predicate<Ack> SUCCESS =
            ack -> ack.refusal().isEmpty() && !ack.answer().status().isError();

    /** The answer is an error of any kind. */
    static final Predicate<Ack> ERROR = ack -> ack.answer().status().isError();

    /** The answer has error headers in the first place; a 416 has none. */
    static final Predicate<Ack> CODED_ERROR =
            ERROR.and(ack -> ack.answer().status() != StatusCode.RANGE_NOT_SATISFIABLE);

    /** The answer to anything but a Create-Session repeats the session id of its packet. */
    static final Predicate<Ack> SESSION_REPEATED = ack -> !ack.exchange().is(PacketType.CREATE_SESSION)
            && ack.answer().headers().contains(BitsHeaders.SESSION_ID);

    private When() {}

    static Predicate<Ack> accepted(PacketType type) {
        return SUCCESS.and(ack -> ack.exchange().is(type));
    }

    static Predicate<Ack> answerTo(PacketType type) {
        return ack -> ack.exchange().is(type);
    }

    static Predicate<Ack> refusedFor(Refusal reason) {
        return ack -> ack.refusal().filter(reason::equals).isPresent();
    }
}
