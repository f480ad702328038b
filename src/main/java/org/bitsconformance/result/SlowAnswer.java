package org.bitsconformance.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * An answer that took over half of the time limit: on a busier machine it might have been too late.
 *
 * @param caseId id of the case
 * @param exchange id of the exchange
 * @param millis from the last byte of the request to the last byte of the answer
 */
public record SlowAnswer(@JsonProperty("case") String caseId, String exchange, long millis) {

    /** Those among the judged packets of the cases, slowest first; none if there was no limit (0). */
    static List<SlowAnswer> among(List<CaseResult> cases, long limitMillis) {
        return cases.stream()
                .flatMap(one -> one.exchanges().stream())
                .filter(exchange -> exchange.purpose().judged() && exchange.ending() == Ending.ANSWERED)
                .map(exchange -> new SlowAnswer(exchange.caseId(), exchange.id(), took(exchange)))
                .filter(answer -> limitMillis > 0 && answer.millis() > limitMillis / 2)
                .sorted(Comparator.comparingLong(SlowAnswer::millis).reversed())
                .toList();
    }

    private static long took(Exchange exchange) {
        return exchange.timing().waitedMicros() / 1_000;
    }
}
