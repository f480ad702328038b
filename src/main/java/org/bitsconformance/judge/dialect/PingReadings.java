package org.bitsconformance.judge.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/** How servers answer Pings. */
final class PingReadings {

    static final List<ConflictReader> READERS = List.of(
            ConflictReader.ofExchange("session-id-in-ping-ack", PingReadings::sessionId),
            ConflictReader.ofExchange("ping-of-another-session", PingReadings::unknownSession),
            ConflictReader.ofExchange("packet-type-case", PingReadings::packetTypeCase));

    private PingReadings() {}

    private static Optional<Reading> sessionId(Step step, Answer ack) {
        return step.is(PacketType.PING) && ack.status() == 200
                ? Reading.open(
                        (ack.headers().has(BitsHeaders.SESSION_ID) ? "with " : "without ") + BitsHeaders.SESSION_ID)
                : Reading.nothing();
    }

    private static Optional<Reading> unknownSession(Step step, Answer ack) {
        return step.is(PacketType.PING) && step.shownFlaws().equals(Set.of(Flaw.SESSION_UNKNOWN))
                ? Reading.open(String.valueOf(ack.status()))
                : Reading.nothing();
    }

    private static Optional<Reading> packetTypeCase(Step step, Answer ack) {
        String sent = step.request().headers().first(BitsHeaders.PACKET_TYPE).orElse("");
        boolean plain = step.is(PacketType.PING)
                && step.reference() == Reference.NONE
                && Set.of(Flaw.PACKET_TYPE_CASE).containsAll(step.shownFlaws());
        if (!plain || sent.equals(PacketType.PING.headerValue())) {
            return Reading.nothing();
        }
        return Reading.open(spelling(sent) + (ack.status() == 200 ? " understood" : ": " + ack.status()));
    }

    private static String spelling(String sent) {
        if (sent.equals(sent.toUpperCase(Locale.ROOT))) {
            return "upper case";
        }
        return sent.equals(sent.toLowerCase(Locale.ROOT)) ? "lower case" : "another case";
    }
}
