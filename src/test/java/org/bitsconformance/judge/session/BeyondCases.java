package org.bitsconformance.judge.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.Purpose;

/** Cases that exceed what a target declares, without a server. */
final class BeyondCases {

    private static final String PLACE = "http://server.example/upload/";

    private BeyondCases() {}

    static CaseBuilder limited() {
        return CaseBuilder.session().limits(30, 20);
    }

    static CaseBuilder upload() {
        return limited().create().purpose(Purpose.BEYOND);
    }

    static CaseBuilder fragment(UnaryOperator<Message> ack) {
        return limited().create().purpose(Purpose.BEYOND).fragment(0, 20, 21, ack);
    }

    static List<Judgement> directory(Dialect dialect, UnaryOperator<Message> ack) {
        return place().dialect(dialect).create(ack).by(new DirectoryIsRefused());
    }

    static CaseBuilder place() {
        Optional<String> place = Optional.of(PLACE);
        return CaseBuilder.session()
                .declared(new Declared(
                        false,
                        new Declared.Capabilities(
                                Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()),
                        Optional.empty(),
                        DeclaredAccess.UNDECLARED,
                        new DeclaredLimits(OptionalLong.empty(), place, place, place)))
                .purpose(Purpose.BEYOND);
    }
}
