package org.bitsconformance.judge.session;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.Purpose;

/** Sessions with a time-out of 1000 ms, without a server. */
final class IdleCases {

    private IdleCases() {}

    static CaseBuilder after(long millis, UnaryOperator<Message> ack) {
        return session()
                .create()
                .fragment(0, 9, 30)
                .resting(millis)
                .purpose(Purpose.OPEN)
                .fragment(10, 19, 30, ack);
    }

    /** A fragment that is not about time. */
    static CaseBuilder byTheWay(long millis, UnaryOperator<Message> ack) {
        return session().create().fragment(0, 9, 30).resting(millis).fragment(10, 19, 30, ack);
    }

    static Message unknown(Message ack) {
        return ack.error(500, "0x8020001F");
    }

    static CaseBuilder session() {
        return CaseBuilder.session()
                .declared(new Declared(
                        false,
                        new Declared.Capabilities(
                                Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()),
                        Optional.empty(),
                        DeclaredAccess.UNDECLARED,
                        DeclaredLimits.ofSessions(1000)));
    }
}
