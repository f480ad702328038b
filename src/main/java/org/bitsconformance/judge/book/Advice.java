package org.bitsconformance.judge.book;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;

/**
 * Where to look first in a server that wrongly refuses a packet, if something odd about the packet may be the reason. A
 * rule's own advice takes precedence; if nothing is odd, the requirement's advice applies.
 */
final class Advice {

    /** Requirements on packets that a server must accept, however they are spelt. */
    private static final Set<String> OF_PACKETS = Set.of(
            "ping.status",
            "create-session.status",
            "create-session.session-id",
            "create-session.protocol",
            "create-session.protocols.commas",
            "session-id.same",
            "session-id.echoed",
            "fragment.status.next",
            "fragment.status.gap",
            "fragment.status.resumed",
            "fragment.received-range.value",
            "close-session.status",
            "cancel-session.status");

    /** Requirements on whole uploads. */
    private static final Set<String> OF_UPLOADS = Set.of("delivery.complete", "notification.copied");

    /** Requirements that a handler breaks when it fails on something unexpected. */
    private static final Set<String> OF_HANDLERS = Set.of("answer.sent", "answer.http");

    private static final Map<Flaw, String> REFUSALS = new EnumMap<>(Map.ofEntries(
            Map.entry(Flaw.PACKET_TYPE_UNKNOWN, "Answer 400 if BITS-Packet-Type is missing or names no packet."),
            Map.entry(Flaw.VALUE_TOO_LONG, "Answer 400 to a header value of over 4 KB."),
            Map.entry(Flaw.BODY_UNEXPECTED, "Answer 400 to a body on a packet that has none, and read it."),
            Map.entry(Flaw.PROTOCOLS_MISSING, "Answer 400 if BITS-Supported-Protocols is missing or empty."),
            Map.entry(Flaw.PROTOCOLS_UNKNOWN, "Answer 400 if no GUID of the list is known."),
            Map.entry(Flaw.PROTOCOLS_MALFORMED, "Answer 400 if the list has something that is not a GUID."),
            Map.entry(Flaw.SESSION_MISSING, "Answer 400 or 500 if BITS-Session-Id is missing or empty."),
            Map.entry(
                    Flaw.SESSION_MALFORMED, "Answer 400 or 500 to a session id in a form that the server never gives."),
            Map.entry(Flaw.SESSION_UNKNOWN, "Answer 500 with 0x8020001F if the table of sessions has no such id."),
            Map.entry(Flaw.SESSION_ENDED, "Answer 500 with 0x8020001F, or 400, once the session has ended."),
            Map.entry(Flaw.RANGE_INVALID, "Answer 400 if Content-Range is missing or malformed."),
            Map.entry(Flaw.LENGTH_DIFFERS, "Answer 400 if the range is longer or shorter than the body."),
            Map.entry(Flaw.TOTAL_CHANGED, "Answer 400 if the total differs from the earlier one.")));

    private Advice() {}

    /** The same judgement, with advice if it is broken and something odd may explain it. */
    static Judgement added(String requirement, Located located, CaseHistory history) {
        if (!(located.judgement() instanceof Judgement.Broken broken)
                || !broken.lookAt().isEmpty()) {
            return located.judgement();
        }
        return history.steps().stream()
                .filter(step -> step.exchange().id().equals(located.exchange()))
                .findFirst()
                .flatMap(step -> of(requirement, step, history))
                .map(advice -> broken.lookingAt(advice))
                .orElse(broken);
    }

    private static Optional<String> of(String requirement, Step step, CaseHistory history) {
        if (OF_UPLOADS.contains(requirement)) {
            return inWords(history.session(step.exchange().session()).stream()
                    .flatMap(one -> Oddity.of(one).stream())
                    .filter(oddity -> oddity != Oddity.GUID_LETTERS && oddity != Oddity.LIST)
                    .map(Oddity::advice));
        }
        if (OF_HANDLERS.contains(requirement)) {
            return inWords(Stream.concat(
                    step.shownFlaws().stream().filter(REFUSALS::containsKey).map(REFUSALS::get),
                    Oddity.of(step).stream().map(Oddity::advice)));
        }
        return OF_PACKETS.contains(requirement)
                ? inWords(Oddity.of(step).stream().map(Oddity::advice)).or(() -> ofTheDestination(step, history))
                : Optional.empty();
    }

    /** A Create-Session may have been accepted with its upload in a place where no later packet finds it. */
    private static Optional<String> ofTheDestination(Step step, CaseHistory history) {
        return step.is(PacketType.CREATE_SESSION) || step.is(PacketType.PING)
                ? Optional.empty()
                : inWords(history.session(step.exchange().session()).stream()
                        .filter(one -> one.is(PacketType.CREATE_SESSION))
                        .flatMap(one -> Oddity.of(one).stream())
                        .filter(Oddity::ofTheDestination)
                        .map(Oddity::advice));
    }

    private static Optional<String> inWords(Stream<String> advice) {
        Set<String> each = advice.collect(Collectors.toCollection(LinkedHashSet::new));
        return each.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", each));
    }
}
