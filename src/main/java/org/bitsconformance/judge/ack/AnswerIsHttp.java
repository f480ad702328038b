package org.bitsconformance.judge.ack;

import java.util.List;
import java.util.stream.Collectors;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Excerpt;

/** An answer can be read as an HTTP response without leniency. */
public final class AnswerIsHttp implements ExchangeRule {

    private static final String EXPECTED = "a response in the form of RFC 2616 section 6";
    private static final int MOST_SHOWN = 3;

    @Override
    public String requirement() {
        return "answer.http";
    }

    @Override
    public Judgement judge(Step step, Context context) {
        if (step.answer().isEmpty()) {
            String start = Excerpt.of(step.exchange().answer().text());
            return step.exchange().ending() == Ending.NOT_HTTP
                    ? Judgement.broken(EXPECTED, start, "The answer to " + step.packet() + " is not HTTP: " + start)
                    : Judgement.outOfScope();
        }
        String defects = firstOf(step.answer().get().defects());
        return defects.isEmpty()
                ? Judgement.held()
                : Judgement.broken(EXPECTED, defects, "The answer to " + step.packet() + " is malformed: " + defects);
    }

    private static String firstOf(List<String> defects) {
        int more = defects.size() - MOST_SHOWN;
        return defects.stream().limit(MOST_SHOWN).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }
}
