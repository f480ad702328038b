package org.bitsconformance.judge.ack;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/**
 * The context of an error is the server's own if no server application can have been asked: for every packet but a
 * Fragment (MC-BUP 3.2.5.1.3), and for a Fragment with only one flaw, which the server has to find itself.
 */
public final class ContextIsOfServer implements AckRule {

    private static final Set<Flaw> FOUND_BY_THE_SERVER = EnumSet.of(
            Flaw.VALUE_TOO_LONG,
            Flaw.SESSION_MISSING,
            Flaw.SESSION_UNKNOWN,
            Flaw.SESSION_MALFORMED,
            Flaw.RANGE_INVALID,
            Flaw.LENGTH_DIFFERS);

    @Override
    public String requirement() {
        return "error.context.server";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        String value = ack.headers().first(BitsHeaders.ERROR_CONTEXT).orElse("");
        Optional<Integer> number = ErrorCode.hexadecimal(value);
        boolean ofServer =
                !step.is(PacketType.FRAGMENT) || FOUND_BY_THE_SERVER.stream().anyMatch(step::onlyFlaw);
        if (ack.success()
                || !ofServer
                || number.filter(found -> ErrorContext.of(found).isPresent()).isEmpty()) {
            return Judgement.outOfScope();
        }
        return FieldForms.oneValue(
                step,
                ack,
                BitsHeaders.ERROR_CONTEXT,
                ErrorContext.SERVER.hex(),
                found -> ErrorCode.hexadecimal(found).equals(Optional.of(ErrorContext.SERVER.value())));
    }
}
