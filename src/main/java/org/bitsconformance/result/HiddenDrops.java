package org.bitsconformance.result;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.http.Answer;

/**
 * Packets with an answer that a front end gives if the server ends the connection without one. Without the front end,
 * they would count as broken.
 */
final class HiddenDrops {

    private HiddenDrops() {}

    /** How many packets got such an answer instead of an Ack, in words; empty if none did. */
    static Optional<String> among(Collection<CaseResult> cases) {
        Map<Integer, Long> counts = cases.stream()
                .flatMap(one -> one.exchanges().stream())
                .filter(FrontEnd::oughtToPassOn)
                .flatMap(exchange -> exchange.received().stream())
                .filter(FrontEnd::mayHideDrop)
                .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
        List<String> words = counts.entrySet().stream()
                .map(entry -> entry.getValue() + (entry.getValue() == 1 ? " packet was" : " packets were")
                        + " answered " + entry.getKey())
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" and ", words)
                        + " by a front end where an Ack was expected: the server may drop" + " connections");
    }
}
