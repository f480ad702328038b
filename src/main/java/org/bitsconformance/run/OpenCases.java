package org.bitsconformance.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.ReadBack;

/** The events of the cases that have started but not ended, sorted by case. Not thread-safe. */
final class OpenCases {

    private final Map<String, OpenCase> open = new LinkedHashMap<>();

    /** Everything that belongs to one case, and when it began. */
    record OpenCase(List<Event> events, long startNanos) {

        /** What crossed the wire, including clean-up. */
        List<Exchange> exchanges() {
            return events.stream()
                    .filter(Exchange.class::isInstance)
                    .map(Exchange.class::cast)
                    .toList();
        }

        /** From the start of the first exchange to the end of the last, as recorded. */
        long recordedMicros() {
            List<Exchange> all = exchanges();
            return all.isEmpty()
                    ? 0
                    : all.get(all.size() - 1).timing().endedMicros()
                            - all.get(0).timing().startedMicros();
        }

        /** From the start of the case until now. */
        long micros() {
            return (System.nanoTime() - startNanos) / 1_000;
        }
    }

    /** Takes an event. Connection events name no case and go to every open case. */
    void take(Event event) {
        if (event instanceof CaseStart start) {
            open.put(start.caseId(), new OpenCase(new ArrayList<>(), System.nanoTime()));
        }
        String caseId = caseOf(event);
        open.forEach((id, one) -> {
            if (caseId.isEmpty() || caseId.equals(id)) {
                one.events().add(event);
            }
        });
    }

    /** Removes and returns a case that ends with this event. */
    OpenCase end(String caseId) {
        return open.remove(caseId);
    }

    private static String caseOf(Event event) {
        if (event instanceof CaseStart start) {
            return start.caseId();
        }
        if (event instanceof CaseEnd end) {
            return end.caseId();
        }
        if (event instanceof Exchange exchange) {
            return exchange.caseId();
        }
        if (event instanceof Notification notification) {
            return notification.caseId();
        }
        if (event instanceof HandedFile file) {
            return file.caseId();
        }
        if (event instanceof ClientEnded ended) {
            return ended.caseId();
        }
        return event instanceof ReadBack readBack ? readBack.caseId() : "";
    }
}
