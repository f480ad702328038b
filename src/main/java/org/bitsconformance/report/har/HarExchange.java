package org.bitsconformance.report.har;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.RunHeader;

/**
 * An exchange in a HAR file. The names of the components are the keys of HAR.
 *
 * @param pageref id of its case
 * @param time the sum of the timings, in milliseconds
 * @param cache empty: there is none
 * @param unasked what the server had sent before the request; missing if it sent nothing
 */
record HarExchange(
        String pageref,
        String startedDateTime,
        double time,
        HarRequest request,
        HarResponse response,
        Map<String, Object> cache,
        Timings timings,
        String connection,
        @JsonProperty("_exchange") String exchange,
        @JsonProperty("_case") String caseId,
        @JsonProperty("_drive") int drive,
        @JsonProperty("_purpose") String purpose,
        @JsonProperty("_session") int session,
        @JsonProperty("_attempt") int attempt,
        @JsonProperty("_unasked") Optional<HarText> unasked) {

    /**
     * Parts of the time, in milliseconds; never negative. If no byte of an answer came, {@code wait} has the whole
     * wait.
     */
    record Timings(double send, @JsonProperty("wait") double waited, double receive) {

        static Timings of(Timing timing) {
            long started = timing.startedMicros();
            long ended = Math.max(started, timing.endedMicros());
            long sent = Math.min(ended, Math.max(started, timing.sentMicros()));
            long first = Math.min(ended, Math.max(sent, timing.firstByteMicros().orElse(ended)));
            return new Timings(millis(sent - started), millis(first - sent), millis(ended - first));
        }

        double sum() {
            return Math.round((send + waited + receive) * 1000) / 1000.0;
        }

        private static double millis(long micros) {
            return micros / 1000.0;
        }
    }

    /**
     * The entry of an exchange.
     *
     * @param drive attempt number, from 1
     */
    static HarExchange of(Exchange exchange, String caseId, int drive, RunHeader run) {
        Timings timings = Timings.of(exchange.timing());
        HarRequest request = HarRequest.of(exchange.request(), run.target().url());
        return new HarExchange(
                caseId,
                moment(run, exchange.timing().startedMicros()),
                timings.sum(),
                request,
                HarResponse.of(exchange),
                Map.of(),
                timings,
                exchange.connection(),
                exchange.id(),
                caseId,
                drive,
                exchange.purpose().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                exchange.session(),
                exchange.attempt(),
                Optional.of(exchange.unasked().text())
                        .filter(some -> !some.isEmpty())
                        .map(HarText::of));
    }

    /** A time within a run, in ISO 8601. */
    static String moment(RunHeader run, long micros) {
        Instant moment = run.origin().startedAt().plus(micros, ChronoUnit.MICROS);
        return moment.toString();
    }
}
