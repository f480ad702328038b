package org.bitsconformance.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.requirement.StimulusText;
import org.bitsconformance.requirement.StimulusTexts;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.Request;

/**
 * An upload of somebody else's client, for people.
 *
 * @param stimulus id of what its client was confronted with; empty if with nothing
 * @param text what the suite says about that stimulus; empty for nothing, and for one that it does not know
 * @param sent the packets that the client sent, in a few words
 * @param ended how its program ended, if one was started for the upload
 */
public record ObservedUpload(
        Optional<String> stimulus, Optional<StimulusText> text, String sent, Optional<ClientEnded> ended) {

    private static final int MOST_TYPES = 8;
    private static final int LONGEST_TYPE = 40;

    /** The upload of a case; empty for a case that the suite drove itself. */
    public static Optional<ObservedUpload> of(CaseResult result) {
        if (!result.scenario().equals(SelectedCase.OBSERVED)) {
            return Optional.empty();
        }
        Optional<String> stimulus = Optional.ofNullable(result.parameters().get(SelectedCase.STIMULUS));
        return Optional.of(new ObservedUpload(
                stimulus,
                stimulus.flatMap(StimulusTexts.load()::find),
                sent(result.exchanges()),
                result.drives().stream()
                        .flatMap(drive -> drive.client().stream())
                        .findFirst()));
    }

    private static String sent(List<Exchange> exchanges) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        exchanges.forEach(exchange -> counts.merge(kind(exchange), 1, Integer::sum));
        if (counts.isEmpty()) {
            return "nothing";
        }
        return counts.entrySet().stream()
                        .limit(MOST_TYPES)
                        .map(entry ->
                                entry.getKey() + (entry.getValue() == 1 ? "" : " (" + entry.getValue() + " times)"))
                        .collect(Collectors.joining(", "))
                + (counts.size() > MOST_TYPES ? ", …" : "");
    }

    private static String kind(Exchange exchange) {
        Request request = Request.parse(exchange.request());
        return Excerpt.of(request.headers().first(BitsHeaders.PACKET_TYPE).orElseGet(request::method), LONGEST_TYPE);
    }

    /** What happened to the client, in a sentence; empty if the suite does not know. */
    public Optional<String> happened() {
        boolean met = ended.map(ClientEnded::confronted).orElse(true);
        return text.map(known ->
                met ? known.title() : "Nothing yet when the client ended. It would have been: " + known.title());
    }

    /** What the client did, in a sentence without its full stop. */
    public String did() {
        return "sent " + sent + ended.map(program -> "; " + end(program)).orElse("");
    }

    private static String end(ClientEnded program) {
        String arrived = switch (program.arrived()) {
            case NOTHING -> "nothing arrived";
            case COMPLETE -> "the file arrived";
            case PARTIAL -> "a part of the file arrived";
            case DIFFERENT -> "other bytes arrived than those of the file";
        };
        return (program.exitCode().isPresent()
                        ? "ended with exit code " + program.exitCode().getAsInt()
                        : "was killed") + ", and " + arrived;
    }
}
