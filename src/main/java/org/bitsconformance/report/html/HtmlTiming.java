package org.bitsconformance.report.html;

import java.util.Comparator;
import java.util.List;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.report.text.Times;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Counted;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * What took longest.
 *
 * @param summary how long answers took in general; empty if there were none
 * @param cases the slowest ones, slowest first
 * @param answers the slowest complete answers to judged packets, slowest first
 */
record HtmlTiming(String summary, List<SlowCase> cases, List<Answer> answers) {

    private static final int MOST = 10;

    /**
     * A case.
     *
     * @param took from first to last event, added up over all drives
     */
    record SlowCase(String id, int exchanges, String took) {}

    /**
     * An answer.
     *
     * @param firstByte from the last byte of the request to the first of the answer
     * @param took from the last byte of the request to the last of the answer
     */
    record Answer(String exchange, String caseId, String title, String firstByte, String took) {}

    static HtmlTiming of(RunResult result) {
        List<Exchange> answered = result.cases().stream()
                .flatMap(one -> one.exchanges().stream())
                .filter(exchange -> exchange.purpose().judged() && exchange.ending() == Ending.ANSWERED)
                .sorted(Comparator.comparingLong(HtmlTiming::took).reversed())
                .toList();
        return new HtmlTiming(
                summary(answered),
                result.cases().stream()
                        .filter(one -> !one.exchanges().isEmpty())
                        .sorted(Comparator.comparingLong(CaseResult::durationMicros)
                                .reversed())
                        .limit(MOST)
                        .map(one ->
                                new SlowCase(one.id(), one.exchanges().size(), Times.duration(one.durationMicros())))
                        .toList(),
                answered.stream().limit(MOST).map(HtmlTiming::answer).toList());
    }

    private static String summary(List<Exchange> slowestFirst) {
        if (slowestFirst.isEmpty()) {
            return "";
        }
        int count = slowestFirst.size();
        return Printable.number(count) + " " + Counted.noun(count, "answer")
                + " to packets that are judged: half took up to "
                + Times.duration(took(slowestFirst.get(count / 2))) + ", nineteen of twenty up to "
                + Times.duration(took(slowestFirst.get(count / 20))) + ", the slowest "
                + Times.duration(took(slowestFirst.get(0))) + ".";
    }

    private static Answer answer(Exchange exchange) {
        long sent = exchange.timing().sentMicros();
        long first =
                exchange.timing().firstByteMicros().orElse(exchange.timing().endedMicros());
        return new Answer(
                exchange.id(),
                exchange.caseId(),
                HtmlExchanges.title(exchange),
                Times.duration(Math.max(0, first - sent)),
                Times.duration(took(exchange)));
    }

    private static long took(Exchange exchange) {
        return Math.max(0, exchange.timing().waitedMicros());
    }
}
