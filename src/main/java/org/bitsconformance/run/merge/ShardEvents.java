package org.bitsconformance.run.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Notification;

/**
 * The events of a shard as the record of the whole run has them: ids begin with the number of the shard, as in
 * {@code s2-x17}; times are relative to the start of the first shard; and each case has an end.
 */
final class ShardEvents {

    private final ShardRecord record;
    private final long laterMicros;
    private final Map<String, Integer> drives;

    /**
     * @param laterMicros how much later than the first shard this one began, in microseconds
     * @param drives how often each case was driven in the previous shards; this shard adds its own
     */
    ShardEvents(ShardRecord record, long laterMicros, Map<String, Integer> drives) {
        this.record = record;
        this.laterMicros = laterMicros;
        this.drives = drives;
    }

    List<Event> all() {
        List<Event> all = new ArrayList<>();
        Set<String> open = new LinkedHashSet<>();
        record.events().forEach(event -> {
            if (event instanceof CaseStart start) {
                open.add(start.caseId());
            } else if (event instanceof CaseEnd end) {
                open.remove(end.caseId());
            }
            all.add(placed(event));
        });
        String reason = record.merged().reason();
        open.forEach(caseId -> all.add(new CaseEnd(caseId, CaseEnd.Ending.INTERRUPTED, reason)));
        return all;
    }

    private Event placed(Event event) {
        if (event instanceof CaseStart start) {
            return new CaseStart(
                    start.caseId(),
                    start.scenario(),
                    start.parameters(),
                    start.exercises(),
                    drives.merge(start.caseId(), 1, Integer::sum));
        }
        if (event instanceof ConnectionOpened opened) {
            return new ConnectionOpened(
                    id(opened.connection()), opened.remote(), opened.security(), at(opened.atMicros()));
        }
        if (event instanceof ConnectionEnded ended) {
            return new ConnectionEnded(id(ended.connection()), ended.by(), ended.how(), at(ended.atMicros()));
        }
        if (event instanceof Exchange exchange) {
            return placed(exchange);
        }
        return event instanceof Notification notification ? placed(notification) : event;
    }

    private Exchange placed(Exchange exchange) {
        Exchange.Timing timing = exchange.timing();
        return new Exchange(
                id(exchange.id()),
                exchange.caseId(),
                exchange.purpose(),
                exchange.session(),
                exchange.attempt(),
                id(exchange.connection()),
                exchange.requestOnConnection(),
                exchange.unasked(),
                exchange.request(),
                exchange.answer(),
                exchange.ending(),
                new Exchange.Timing(
                        at(timing.startedMicros()),
                        at(timing.sentMicros()),
                        timing.firstByteMicros().isPresent()
                                ? OptionalLong.of(at(timing.firstByteMicros().getAsLong()))
                                : OptionalLong.empty(),
                        at(timing.endedMicros())),
                exchange.carriage());
    }

    private Notification placed(Notification notification) {
        Notification.Timing timing = notification.timing();
        return new Notification(
                id(notification.id()),
                notification.caseId(),
                notification.session(),
                notification.request(),
                notification.whole(),
                notification.bodyLength(),
                notification.bodyDifference(),
                notification.conduct(),
                notification.answer(),
                notification.reply(),
                new Notification.Timing(
                        at(timing.openedMicros()), at(timing.receivedMicros()), at(timing.answeredMicros())));
    }

    /** Prefixes an id; an empty id, such as for an exchange without a connection, stays empty. */
    private String id(String own) {
        return own.isEmpty() ? own : "s" + record.shard().number() + "-" + own;
    }

    private long at(long micros) {
        return micros + laterMicros;
    }
}
