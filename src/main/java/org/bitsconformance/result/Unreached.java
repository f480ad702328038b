package org.bitsconformance.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Request;

/** Why a requirement was not judged in a case that exists for it: what came instead, and what would complete it. */
final class Unreached {

    /** Requirements on a refusal: nothing can be said about them if the packet is accepted. */
    private static final List<String> OF_REFUSALS = List.of(
            "error.",
            "answer.body-read",
            "packet-type.unknown",
            "header.too-long",
            "body.unexpected",
            "content-length.missing",
            "create-session.protocols.",
            "create-session.protocol.absent",
            "create-session.accept-encoding.absent",
            "session-id.missing",
            "session-id.malformed",
            "fragment.status.gap",
            "fragment.content-range.invalid",
            "fragment.length",
            "fragment.total",
            "unknown-session.");

    /** How a driver's reason ends if it says nothing about the answer. */
    private static final String NO_SESSION = "gave no session";

    /** What separates a reason from its advice. */
    private static final String WITH_ADVICE = "; ";

    private static final List<String> OF_ENDED_SESSIONS = List.of("closed-session.", "cancelled-session.");
    private static final List<String> OF_FRAGMENTS = List.of("fragment.", "session-timeout.");
    private static final List<String> OF_SESSIONS = List.of("session-", "cancel-session.", "host-id.");
    private static final List<String> OF_WHOLE_UPLOADS = List.of(
            "close-session.",
            "delivery.",
            "notification.",
            "reply-url.",
            "download.",
            "back-end.",
            "error.context.application");

    private final String requirement;
    private final List<Exchange> packets;

    private Unreached(String requirement, List<Exchange> exchanges) {
        this.requirement = requirement;
        this.packets = exchanges.stream()
                .filter(exchange -> exchange.purpose().judged() && !exchange.judgesNothing())
                .toList();
    }

    /**
     * One clause for each, such as {@code Create-Session was answered 400; a session would complete it}. If the run
     * itself ended, or a limit of the target rules the case out, the reason of the end is enough.
     */
    static String reason(String requirement, CaseEnd end, List<Exchange> exchanges) {
        Unreached unreached = new Unreached(requirement, exchanges);
        return switch (end.ending()) {
            case DRIVEN -> unreached.came() + unreached.completed();
            case PREREQUISITE_MISSING ->
                end.reason().contains(WITH_ADVICE)
                        ? end.reason()
                        : unreached.explained(end.reason()) + unreached.completedBySetUp();
            case NOT_APPLICABLE, TARGET_DEAD, SUITE_ERROR, INTERRUPTED -> end.reason();
        };
    }

    /** What the driver said; if a session is missing, the answer says more. */
    private String explained(String reason) {
        return packets.isEmpty() || !reason.endsWith(NO_SESSION) ? reason : words(creation());
    }

    private String came() {
        return decisive().map(Unreached::words).orElse("no packet was sent");
    }

    /**
     * A packet that was refused or not answered, preferably of the requirement's own type; otherwise the packet that
     * the case is about.
     */
    private Optional<Exchange> decisive() {
        if (packets.isEmpty()) {
            return Optional.empty();
        }
        if (needsSession() && !sessionGiven()) {
            return Optional.of(creation());
        }
        Optional<Exchange> ofTheCase = first(one -> one.purpose() != Purpose.SET_UP);
        Optional<Exchange> refused = first(one -> ownPacket(one) && !taken(one)).or(() -> first(one -> !taken(one)));
        Optional<Exchange> told = of(OF_REFUSALS) ? ofTheCase.or(() -> refused) : refused.or(() -> ofTheCase);
        return told.or(() -> first(one -> true));
    }

    private Exchange creation() {
        return first(one -> is(one, PacketType.CREATE_SESSION)).orElseGet(() -> packets.get(0));
    }

    private String completed() {
        return "; " + missing() + " would complete it";
    }

    /** What the case needed before it reached what it is about. */
    private String completedBySetUp() {
        if (packets.isEmpty()) {
            return "";
        }
        if (!sessionGiven() && first(one -> is(one, PacketType.CREATE_SESSION)).isPresent()) {
            return "; a session would complete it";
        }
        return first(one -> is(one, PacketType.FRAGMENT) && !taken(one)).isPresent()
                ? "; a fragment that is taken would complete it"
                : completed();
    }

    private String missing() {
        if (needsSession() && !sessionGiven()) {
            return "a session";
        }
        if (of(OF_REFUSALS)) {
            return "an Ack that refuses the packet";
        }
        if (decisive()
                .filter(one -> one.purpose() != Purpose.SET_UP && taken(one))
                .isPresent()) {
            return "an answer that the documents permit";
        }
        if (requirement.startsWith("create-session.")) {
            return "a Create-Session that is taken";
        }
        if (of(OF_FRAGMENTS)) {
            return "a fragment that is taken";
        }
        if (of(OF_WHOLE_UPLOADS)) {
            return "an upload that is taken to its end";
        }
        if (of(OF_ENDED_SESSIONS)) {
            return "a session that can be brought to its end";
        }
        return of(OF_SESSIONS) ? "a packet of the session that is taken" : "an Ack to the packet";
    }

    private boolean needsSession() {
        return Stream.of(OF_FRAGMENTS, OF_SESSIONS, OF_WHOLE_UPLOADS, OF_ENDED_SESSIONS)
                .anyMatch(this::of);
    }

    private boolean of(List<String> prefixes) {
        return prefixes.stream().anyMatch(requirement::startsWith);
    }

    private boolean sessionGiven() {
        return packets.stream()
                .filter(one -> is(one, PacketType.CREATE_SESSION))
                .flatMap(one -> one.received().stream())
                .anyMatch(answer -> answer.success() && answer.headers().has(BitsHeaders.SESSION_ID));
    }

    /** Whether the requirement's id begins with the name of the packet. */
    private boolean ownPacket(Exchange exchange) {
        return Request.parse(exchange.request())
                .packetType()
                .filter(type -> requirement.startsWith(type.headerValue().toLowerCase(Locale.ROOT) + "."))
                .isPresent();
    }

    private Optional<Exchange> first(Predicate<Exchange> wanted) {
        return packets.stream().filter(wanted).findFirst();
    }

    private static boolean is(Exchange exchange, PacketType type) {
        return Request.parse(exchange.request()).is(type);
    }

    private static boolean taken(Exchange exchange) {
        return exchange.received().filter(Answer::success).isPresent();
    }

    private static String words(Exchange exchange) {
        String packet = Request.parse(exchange.request())
                .packetType()
                .map(PacketType::headerValue)
                .orElse("a packet of no known type");
        return exchange.received()
                .map(answer -> packet + " was answered " + answer.status()
                        + (answer.success()
                                        && is(exchange, PacketType.CREATE_SESSION)
                                        && !answer.headers().has(BitsHeaders.SESSION_ID)
                                ? " without a session id"
                                : ""))
                .orElseGet(() -> switch (exchange.ending()) {
                    case CLOSED, RESET -> "the connection was closed without an answer to " + packet;
                    case NOT_CONNECTED -> "no connection could be established for " + packet;
                    case NOT_HTTP -> "the answer to " + packet + " was not HTTP";
                    case CUT_OFF -> "the answer to " + packet + " was not waited for";
                    case TOO_LONG -> "the answer to " + packet + " could not be read";
                    case ANSWERED, TIMED_OUT, SENDING_STALLED -> "there was no answer to " + packet;
                });
    }
}
