package org.bitsconformance.judge.ack;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.Header;

/**
 * No header value in an Ack is longer than 4 KB (MC-BUP 2.2.1). A value that came from the packet, and that the server
 * only repeats, does not count.
 */
public final class HeaderValuesAreShort implements AckRule {

    private static final int LONGEST = 4096;

    @Override
    public String requirement() {
        return "answer.header.length";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return ack.headers().fields().stream()
                .filter(field -> field.value().length() > LONGEST)
                .filter(field -> !isOfThePacket(field, step))
                .findFirst()
                .map(field -> tooLong(field, step, ack))
                .orElseGet(Judgement::held);
    }

    private static boolean isOfThePacket(Header field, Step step) {
        return step.request().headers().fields().stream()
                .anyMatch(sent -> sent.value().equals(field.value()));
    }

    private static Judgement tooLong(Header field, Step step, Answer ack) {
        String name = Excerpt.of(field.name());
        int length = field.value().length();
        return Judgement.broken(
                        "values of at most " + LONGEST + " bytes",
                        name + " of " + length + " bytes",
                        "The " + ack.status() + " answer to " + step.packet() + " has a header " + name
                                + " whose value has " + length + " bytes, more than 4 KB.")
                .decidedBy(name);
    }
}
