package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.Header;

/** How a client reads answers (MC-BUP 2.2, 3.1.5.2.2 to 3.1.5.2.6; Win32 bits-upload-protocol). */
final class AnswerRules {

    private static final Set<String> KNOWN = Set.of(
            "bits-packet-type",
            "bits-package-type",
            "bits-protocol",
            "bits-session-id",
            "bits-received-content-range",
            "bits-reply-url",
            "bits-host-id",
            "bits-host-id-fallback-timeout",
            "bits-error",
            "bits-error-code",
            "bits-error-context",
            "bits-supported-protocols");

    private static final Set<Integer> EXPECTED =
            Set.of(200, 201, 400, 401, 403, 404, 407, 409, 413, 416, 500, 501, 503);

    private AnswerRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("client.answer.checked", AnswerRules::checked),
                row("message.header.unknown-to-client", AnswerRules::unknownFields),
                row("client.unexpected-answers", AnswerRules::unexpected));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule("AnswerIsRead", requirement, check);
    }

    /** A client does not go on as if an answer were good that lacks what the next packet needs. */
    private static Judgement checked(Turn turn, Context context) {
        if (!turn.succeeded()) {
            return Judgement.outOfScope();
        }
        if (turn.is(PacketType.CREATE_SESSION)) {
            return checkedCreation(turn);
        }
        Optional<ContentRange> range = turn.range();
        List<String> named = turn.delivered().orElseThrow().headers().all(BitsHeaders.RECEIVED_CONTENT_RANGE);
        boolean number = named.stream().anyMatch(value -> value.matches("\\d+"));
        if (range.isEmpty() || number) {
            return Judgement.outOfScope();
        }
        String lacks = "The Ack to Fragment (" + range.get() + ") has " + (named.isEmpty() ? "no " : "no number in ")
                + BitsHeaders.RECEIVED_CONTENT_RANGE;
        Optional<Turn> next = turn.nextButPing();
        if (next.isEmpty()) {
            return endedAfter(turn, lacks);
        }
        if (!next.get().certainlyKnows(turn) || !next.get().session().equals(turn.session())) {
            return Judgement.outOfScope();
        }
        return takesForGranted(next.get(), range.get()) ? wentOn(lacks, next.get()) : Judgement.held();
    }

    /** A program that ends after such an answer has discarded it, unless it says that all is well. */
    private static Judgement endedAfter(Turn turn, String why) {
        Optional<ClientEnded> ended = turn.exited();
        if (ended.isEmpty()) {
            return Judgement.outOfScope();
        }
        return ended.get().claimsSuccess()
                ? Judgement.broken(
                        "an answer that is discarded", "exit code 0", why + ", and the client ended with exit code 0.")
                : Judgement.held();
    }

    private static boolean takesForGranted(Turn next, ContentRange range) {
        return next.range().map(own -> own.first() > range.first()).orElse(next.is(PacketType.CLOSE_SESSION));
    }

    private static Judgement checkedCreation(Turn turn) {
        Answer answer = turn.delivered().orElseThrow();
        boolean named = answer.headers()
                .first(BitsHeaders.SESSION_ID)
                .filter(value -> !value.isEmpty())
                .isPresent();
        Optional<String> other = answer.headers()
                .first(BitsHeaders.PROTOCOL)
                .filter(value -> !value.isEmpty())
                .filter(value -> OfferRules.offered(turn).stream().noneMatch(value::equalsIgnoreCase));
        if (named && other.isEmpty()) {
            return Judgement.outOfScope();
        }
        String why = other.filter(value -> named)
                .map(value -> "The Ack to Create-Session names the protocol " + Excerpt.of(value)
                        + ", which the client did not offer")
                .orElse("The Ack to Create-Session has no " + BitsHeaders.SESSION_ID);
        Optional<Turn> next = turn.nextButPing();
        if (next.isEmpty()) {
            return endedAfter(turn, why);
        }
        if (!next.get().certainlyKnows(turn)) {
            return Judgement.outOfScope();
        }
        boolean goesOn = next.get().is(PacketType.FRAGMENT) || next.get().is(PacketType.CLOSE_SESSION);
        boolean inIt = next.get().session().isPresent()
                || next.get().request().sessionId().filter(id -> !id.isEmpty()).isEmpty();
        return goesOn && inIt ? wentOn(why, next.get()) : Judgement.held();
    }

    private static Judgement wentOn(String why, Turn next) {
        return Judgement.broken(
                "an answer that is discarded",
                next.packet(),
                why + ", and the client went on with " + next.packet() + ".");
    }

    /** A field of a later version of the protocol stops nobody. */
    private static Judgement unknownFields(Turn turn, Context context) {
        Optional<String> field = turn.delivered()
                .filter(Answer::success)
                .flatMap(answer -> answer.headers().fields().stream()
                        .map(Header::name)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> name.startsWith("bits-") && !KNOWN.contains(name))
                        .findFirst());
        if (field.isEmpty() || !isGood(turn)) {
            return Judgement.outOfScope();
        }
        if (turn.later().stream().anyMatch(Turn::isOfASession)) {
            return Judgement.held();
        }
        boolean stopped = turn.exited().filter(ended -> !ended.claimsSuccess()).isPresent();
        return stopped && turn.later().isEmpty()
                ? Judgement.broken(
                        "the next packet",
                        "no more packets",
                        "The Ack to " + turn.packet() + " has the unknown field " + Excerpt.of(field.get())
                                + " and is right, and the client gave up.")
                : Judgement.outOfScope();
    }

    /** Whether an Ack has what the client needs for the next packet, and there is one. */
    private static boolean isGood(Turn turn) {
        return turn.is(PacketType.CREATE_SESSION)
                ? turn.opened().isPresent()
                : turn.range()
                        .filter(range -> KnownOffsets.named(turn.delivered().orElseThrow(), range.total())
                                .isPresent())
                        .isPresent();
    }

    /** Only reported: no document says what a client does then. */
    private static Judgement unexpected(Turn turn, Context context) {
        Optional<Answer> odd = turn.delivered().filter(answer -> !EXPECTED.contains(answer.status()));
        if (odd.isEmpty()) {
            return Judgement.outOfScope();
        }
        String next = turn.next()
                .map(one -> "sent " + one.packet() + " next")
                .orElseGet(() -> turn.programEnded().map(AnswerRules::ended).orElse("sent nothing more"));
        return Judgement.observed(
                turn.packet() + " was answered " + odd.get().status() + ", and the client " + next + ".");
    }

    private static String ended(ClientEnded program) {
        return program.exitCode().isPresent()
                ? "ended with exit code " + program.exitCode().getAsInt()
                : "had to be stopped";
    }
}
