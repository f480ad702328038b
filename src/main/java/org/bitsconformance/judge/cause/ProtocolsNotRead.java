package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;

/** A Create-Session gets a session whatever its list of protocols says, and even without a list. */
public final class ProtocolsNotRead implements CauseFinder {

    private static final List<Flaw> OF_THE_LIST =
            List.of(Flaw.PROTOCOLS_MISSING, Flaw.PROTOCOLS_UNKNOWN, Flaw.PROTOCOLS_MALFORMED);
    private static final int NEARLY_ALL = 95;

    @Override
    public String id() {
        return "protocols-not-read";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> wrong = evidence.steps(step -> step.is(PacketType.CREATE_SESSION)
                && OF_THE_LIST.stream().anyMatch(step::onlyFlaw)
                && (Outcomes.taken(step) || Outcomes.refused(step)));
        boolean missing = wrong.stream().anyMatch(step -> step.onlyFlaw(Flaw.PROTOCOLS_MISSING));
        boolean unknown = wrong.stream().anyMatch(step -> step.onlyFlaw(Flaw.PROTOCOLS_UNKNOWN));
        return missing && unknown && Contrast.share(wrong, ProtocolsNotRead::givesSession) >= NEARLY_ALL
                ? Shown.at(wrong, finding -> finding.requirement().startsWith("create-session."))
                : Optional.empty();
    }

    private static boolean givesSession(Step step) {
        return Outcomes.taken(step)
                && step.answer()
                        .flatMap(answer -> answer.headers().first(BitsHeaders.SESSION_ID))
                        .filter(id -> !id.isEmpty())
                        .isPresent();
    }
}
