package org.bitsconformance.judge.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.SessionStage;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;

/** How servers answer the packets of a session, and what is at its destination at which time. */
final class SessionReadings {

    static final List<ConflictReader> READERS = List.of(
            ConflictReader.ofExchange("overlap", SessionReadings::overlap),
            ConflictReader.ofExchange("received-range-after-repeat", SessionReadings::offsetAfterRepeat),
            ConflictReader.ofExchange("packet-of-an-ended-session", SessionReadings::endedSession),
            ConflictReader.ofExchange("missing-session-id", SessionReadings::missingSessionId),
            ConflictReader.ofCase("early-close", SessionReadings::earlyClose),
            ConflictReader.ofCase("time-of-delivery", SessionReadings::timeOfDelivery),
            ConflictReader.ofCase("zero-bytes", SessionReadings::zeroBytes));

    private SessionReadings() {}

    /** Both documents have a reading that refuses it, and both accept the last fragment again. */
    private static Optional<Reading> overlap(Step step, Answer ack) {
        Optional<ContentRange> range = overlapping(step);
        if (range.isEmpty()) {
            return Reading.nothing();
        }
        if (ack.status() == 416) {
            return Reading.both("416");
        }
        if (ack.status() != 200) {
            return Reading.open(String.valueOf(ack.status()));
        }
        boolean lastAgain = step.before().complete()
                && range.get().last() + 1 == range.get().total();
        return lastAgain ? Reading.both("the last fragment is taken again") : Reading.win32("taken");
    }

    private static Optional<Reading> offsetAfterRepeat(Step step, Answer ack) {
        Optional<Long> named = ack.headers()
                .first(BitsHeaders.RECEIVED_CONTENT_RANGE)
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf);
        Optional<ContentRange> range = overlapping(step)
                .filter(found -> found.last() + 1 < step.before().offset().orElseThrow());
        if (range.isEmpty() || named.isEmpty() || ack.status() != 200) {
            return Reading.nothing();
        }
        if (named.equals(step.before().offset())) {
            return Reading.both("the next byte expected");
        }
        return named.get() == range.get().last() + 1
                ? Reading.mcBup("the end of the repeat plus one")
                : Reading.nothing();
    }

    private static Optional<ContentRange> overlapping(Step step) {
        return step.validFragment()
                .filter(range -> step.shownFlaws().isEmpty() && step.before().open())
                .filter(range -> step.before()
                        .offset()
                        .filter(offset -> range.first() < offset)
                        .isPresent());
    }

    private static Optional<Reading> endedSession(Step step, Answer ack) {
        if (!step.belongsToSession()
                || !step.shownFlaws().equals(Set.of(Flaw.SESSION_ENDED))
                || !step.before().ended()) {
            return Reading.nothing();
        }
        return switch (ack.status()) {
            case 400 -> Reading.win32("400");
            case 500 -> Reading.mcBup("500");
            default -> Reading.open(String.valueOf(ack.status()));
        };
    }

    private static Optional<Reading> missingSessionId(Step step, Answer ack) {
        return step.belongsToSession() && step.shownFlaws().equals(Set.of(Flaw.SESSION_MISSING))
                ? Reading.open(String.valueOf(ack.status()))
                : Reading.nothing();
    }

    private static Optional<Reading> earlyClose(Step step, Answer ack, CaseHistory history, Context context) {
        if (!validClose(step, SessionStage.RECEIVING)) {
            return Reading.nothing();
        }
        if (ack.status() != 200) {
            return Reading.open(String.valueOf(ack.status()));
        }
        return switch (presence(step, history, context)) {
            case FOUND -> Reading.mcBup("what had arrived is there");
            case ABSENT -> Reading.win32("nothing is there");
            case UNREADABLE -> Reading.nothing();
        };
    }

    private static Optional<Reading> timeOfDelivery(Step step, Answer ack, CaseHistory history, Context context) {
        if (!step.is(PacketType.FRAGMENT) || step.after().stage() != SessionStage.COMPLETE) {
            return Reading.nothing();
        }
        return switch (presence(step, history, context)) {
            case FOUND ->
                history.readBackAfter(step).filter(ReadBack::same).isPresent()
                        ? Reading.win32("there before Close-Session")
                        : Reading.nothing();
            case ABSENT -> Reading.mcBup("not there before Close-Session");
            case UNREADABLE -> Reading.nothing();
        };
    }

    private static Optional<Reading> zeroBytes(Step step, Answer ack, CaseHistory history, Context context) {
        if (!validClose(step, SessionStage.CREATED)) {
            return Reading.nothing();
        }
        String seen = "Close-Session is answered " + ack.status();
        return switch (presence(step, history, context)) {
            case FOUND -> Reading.open(seen + ", and there is a file");
            case ABSENT -> Reading.open(seen + ", and there is no file");
            case UNREADABLE -> Reading.open(seen);
        };
    }

    private static boolean validClose(Step step, SessionStage before) {
        return step.is(PacketType.CLOSE_SESSION)
                && step.reference() == Reference.GIVEN
                && step.shownFlaws().isEmpty()
                && step.before().stage() == before;
    }

    /**
     * What is at the destination. Absence proves something only once the run has seen a presence there; presence, only
     * if not every name has something.
     */
    private static Presence presence(Step step, CaseHistory history, Context context) {
        return history.readBackAfter(step)
                .filter(context.readBacks()::tells)
                .map(look -> look.found().presence())
                .filter(presence -> presence != Presence.ABSENT || context.uploadSeen())
                .orElse(Presence.UNREADABLE);
    }
}
