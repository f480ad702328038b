package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/** {@code BITS-Packet-Type: Ack}; the case of the value is open, since MC-BUP itself writes {@code ACK} once (2.2.11.2). */
public final class AnswerIsAnAck implements AckRule {

    private static final String EXPECTED = BitsHeaders.PACKET_TYPE + ": " + PacketType.ACK;

    @Override
    public String requirement() {
        return "answer.packet-type";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return FieldForms.oneValue(
                step, ack, BitsHeaders.PACKET_TYPE, EXPECTED, PacketType.ACK.headerValue()::equalsIgnoreCase);
    }
}
