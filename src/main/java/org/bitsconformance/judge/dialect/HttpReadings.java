package org.bitsconformance.judge.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.UnusualForm;
import org.bitsconformance.transcript.http.Answer;

/**
 * How servers answer requests in a form that no BITS client sends; the answer may come from a front end and need not be
 * an Ack.
 */
final class HttpReadings {

    static final List<ConflictReader> READERS = List.of(
            ConflictReader.ofAnyAnswer("missing-content-length", HttpReadings::missingLength),
            ConflictReader.ofAnyAnswer("http-forms", HttpReadings::form));

    private HttpReadings() {}

    private static Optional<Reading> missingLength(Step step, Answer answer) {
        if (!step.shownFlaws().equals(Set.of(Flaw.LENGTH_MISSING))) {
            return Reading.nothing();
        }
        boolean fragment = step.is(PacketType.FRAGMENT);
        String status = (fragment ? "Fragment: " : "") + answer.status();
        if (answer.status() == 400 || answer.status() == 411) {
            return fragment ? Reading.both(status) : Reading.mcBup(status);
        }
        return answer.success() && !fragment ? Reading.win32("not needed") : Reading.open(status);
    }

    private static Optional<Reading> form(Step step, Answer answer) {
        Set<UnusualForm> forms = step.unusualForms();
        if (forms.isEmpty() || forms.contains(UnusualForm.NO_LENGTH)) {
            return Reading.nothing();
        }
        String what = forms.stream().map(UnusualForm::toString).collect(Collectors.joining(" and "));
        boolean taken = answer.success() && step.request().packetType().isPresent();
        return Reading.open(what + (taken ? " understood" : ": " + answer.status()));
    }
}
