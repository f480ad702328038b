package org.bitsconformance.judge.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Guid;

/** How servers answer Create-Session. */
final class CreateReadings {

    static final List<ConflictReader> READERS = List.of(
            ConflictReader.ofExchange("create-success-status", created(CreateReadings::status)),
            ConflictReader.ofExchange("session-id-form", created(CreateReadings::sessionIdForm)),
            ConflictReader.ofExchange("accept-encoding", created(CreateReadings::acceptEncoding)),
            ConflictReader.ofExchange("protocol-list-delimiter", CreateReadings::commas),
            ConflictReader.ofExchange("mixed-protocol-list", CreateReadings::mixedList),
            ConflictReader.ofCase("existing-destination", CreateReadings::existingDestination),
            ConflictReader.ofCase("uploads-disabled", CreateReadings::uploadsDisabled),
            ConflictReader.ofCase("directory-or-missing-parent", CreateReadings::directoryOrMissingParent));

    private CreateReadings() {}

    private static BiFunction<Step, Answer, Optional<Reading>> created(Function<Answer, Optional<Reading>> reader) {
        return (step, ack) ->
                step.is(PacketType.CREATE_SESSION) && ack.success() ? reader.apply(ack) : Reading.nothing();
    }

    private static Optional<Reading> status(Answer ack) {
        return ack.status() == 201 ? Reading.win32("201") : Reading.both("200");
    }

    private static Optional<Reading> sessionIdForm(Answer ack) {
        return ack.headers()
                .first(BitsHeaders.SESSION_ID)
                .filter(Predicate.not(String::isEmpty))
                .flatMap(id -> {
                    return Guid.isInBraces(id) ? Reading.both(Guid.form(id)) : Reading.win32(Guid.form(id));
                });
    }

    private static Optional<Reading> acceptEncoding(Answer ack) {
        return Reading.open(
                (ack.headers().has(BitsHeaders.ACCEPT_ENCODING) ? "with " : "without ") + BitsHeaders.ACCEPT_ENCODING);
    }

    private static Optional<Reading> commas(Step step, Answer ack) {
        if (!step.is(PacketType.CREATE_SESSION) || !step.shownFlaws().equals(Set.of(Flaw.PROTOCOLS_WITH_COMMAS))) {
            return Reading.nothing();
        }
        if (ack.success()) {
            return Reading.both("commas understood");
        }
        return ack.status() == 400 ? Reading.win32("commas refused") : Reading.open(String.valueOf(ack.status()));
    }

    private static Optional<Reading> mixedList(Step step, Answer ack) {
        return step.is(PacketType.CREATE_SESSION) && step.shownFlaws().equals(Set.of(Flaw.PROTOCOLS_MIXED))
                ? Reading.open(String.valueOf(ack.status()))
                : Reading.nothing();
    }

    private static Optional<Reading> existingDestination(Step step, Answer ack, CaseHistory history, Context context) {
        if (!valid(step) || history.finishedUpload(step).isEmpty()) {
            return Reading.nothing();
        }
        return switch (ack.status()) {
            case 200, 201 -> Reading.open("a session is created");
            case 409 -> Reading.win32("409");
            case 403 -> Reading.mcBup("403");
            default -> Reading.open(String.valueOf(ack.status()));
        };
    }

    /** A name that ends in a slash is a directory; one with a slash inside has a parent folder that does not exist. */
    private static Optional<Reading> directoryOrMissingParent(
            Step step, Answer ack, CaseHistory history, Context context) {
        String path = step.request().resource().split("\\?", 2)[0];
        Optional<String> name = valid(step) ? context.nameIn(path) : Optional.empty();
        if (name.filter(found -> found.isEmpty() || found.contains("/")).isEmpty()) {
            return Reading.nothing();
        }
        boolean directory = path.endsWith("/");
        String what = (directory ? "directory: " : "missing folder: ") + ack.status();
        if (ack.status() == 404) {
            return Reading.win32(what);
        }
        return directory && ack.status() == 400 ? Reading.mcBup(what) : Reading.open(what);
    }

    /** A Create-Session for a name in the place that the target file declares to accept no uploads. */
    private static Optional<Reading> uploadsDisabled(Step step, Answer ack, CaseHistory history, Context context) {
        boolean there = valid(step)
                && step.exchange().purpose() == Purpose.BEYOND
                && history.start().scenario().equals("place-disabled");
        if (!there) {
            return Reading.nothing();
        }
        return ack.status() == 501
                ? Reading.both("501")
                : Reading.open(ack.success() ? "a session is created" : String.valueOf(ack.status()));
    }

    private static boolean valid(Step step) {
        return step.is(PacketType.CREATE_SESSION) && step.shownFlaws().isEmpty();
    }
}
