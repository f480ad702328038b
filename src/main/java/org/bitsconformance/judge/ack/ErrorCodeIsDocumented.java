package org.bitsconformance.judge.ack;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/**
 * A 400 that refuses an invalid packet has the HRESULT of MC-BUP's table (2.2.1.2). The Win32 pages name none. A packet
 * of an ended session that is refused with 400, by the Win32 pages, has no documented one.
 */
public final class ErrorCodeIsDocumented implements AckRule {

    private static final Set<Flaw> INVALID = EnumSet.of(
            Flaw.PACKET_TYPE_UNKNOWN,
            Flaw.VALUE_TOO_LONG,
            Flaw.PROTOCOLS_MISSING,
            Flaw.PROTOCOLS_UNKNOWN,
            Flaw.PROTOCOLS_MALFORMED,
            Flaw.PROTOCOLS_MIXED,
            Flaw.PROTOCOLS_WITH_COMMAS,
            Flaw.BODY_UNEXPECTED,
            Flaw.SESSION_MISSING,
            Flaw.SESSION_MALFORMED,
            Flaw.RANGE_INVALID,
            Flaw.LENGTH_DIFFERS,
            Flaw.TOTAL_CHANGED);

    @Override
    public String requirement() {
        return "error.code.documented";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        List<Integer> codes = ErrorCode.all(ack.headers()).stream()
                .flatMap(code -> code.value().stream())
                .toList();
        boolean mayBeOfAnEndedSession =
                step.reference() == Reference.GIVEN && !step.before().open();
        if (ack.status() != 400
                || codes.isEmpty()
                || mayBeOfAnEndedSession
                || INVALID.stream().noneMatch(step::onlyFlaw)) {
            return Judgement.outOfScope();
        }
        return StatusChecks.says(ack, Hresult.E_INVALIDARG)
                ? Judgement.held()
                : Judgement.broken(
                                Hresult.E_INVALIDARG.toString(),
                                StatusChecks.code(ack),
                                "The 400 answer to " + step.packet() + " has " + StatusChecks.code(ack) + " where "
                                        + Hresult.E_INVALIDARG + " is expected.")
                        .decidedBy(StatusChecks.codeField(ack));
    }
}
