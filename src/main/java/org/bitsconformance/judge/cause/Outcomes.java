package org.bitsconformance.judge.cause;

import java.util.Locale;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.http.Answer;

/** What happened to a packet. */
final class Outcomes {

    private Outcomes() {}

    /** Whether the answer says that the packet was carried out; a 200 with text and no BITS field may be a refusal. */
    static boolean taken(Step step) {
        return step.answer()
                .filter(answer -> answer.success() && !isText(answer))
                .isPresent();
    }

    /** Whether an answer has a body and no BITS field in its header. */
    static boolean isText(Answer answer) {
        return !answer.ofTheProtocol() && !answer.body().isBlank();
    }

    /** Whether the answer is an error other than the target's limit, or the connection ended. */
    static boolean refused(Step step) {
        return step.answer()
                        .filter(answer -> StatusChecks.error(answer)
                                && !FrontEnd.answered(answer)
                                && !FrontEnd.asksForCredentials(answer)
                                && !FrontEnd.refusesSize(answer)
                                && !StatusChecks.scarce(answer))
                        .isPresent()
                || dropped(step);
    }

    /** Whether the connection ended instead of an answer. */
    static boolean dropped(Step step) {
        Ending ending = step.exchange().ending();
        return step.answer().isEmpty()
                && (ending == Ending.CLOSED || ending == Ending.RESET)
                && !step.exchange().judgesNothing();
    }

    /** Whether it is an error in answer to a packet that must get an Ack. */
    static boolean error(Step step) {
        return step.ack().filter(StatusChecks::error).isPresent();
    }

    /** Whether the answer says in its header that it is an Ack. */
    static boolean isAck(Answer answer) {
        return answer.headers().all(BitsHeaders.PACKET_TYPE).stream()
                .anyMatch(PacketType.ACK.headerValue()::equalsIgnoreCase);
    }

    /** Whether the body of the answer is HTML, by its first bytes or its header; counts even if the stated length is 0. */
    static boolean isHtml(Answer answer) {
        String begin = answer.body().stripLeading().toLowerCase(Locale.ROOT);
        boolean said = answer.headers()
                .first("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("html"))
                .isPresent();
        return (said && answer.excess() > 0)
                || (begin.startsWith("<") && (said || begin.contains("<html") || begin.startsWith("<head")));
    }

    /** Whether the server must accept the packet: it has no flaw, and the server knows its session and waits for it. */
    static boolean sound(Step step) {
        if (!step.flaws().isEmpty()) {
            return false;
        }
        if (step.is(PacketType.FRAGMENT)) {
            return step.validFragment().filter(step.before()::expects).isPresent();
        }
        return step.is(PacketType.CREATE_SESSION)
                || step.is(PacketType.PING)
                || (step.is(PacketType.CLOSE_SESSION) && step.before().complete())
                || (step.is(PacketType.CANCEL_SESSION) && step.before().open());
    }
}
