package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;

/**
 * The known GUID is accepted in lower case, as in the documents, and refused in any other. If the server compares the
 * list as a whole, that is the reason, and this is not a cause of its own.
 */
public final class ProtocolsLetterCase implements CauseFinder {

    @Override
    public String id() {
        return "protocols-letter-case";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> creates = evidence.steps(step -> step.is(PacketType.CREATE_SESSION) && Outcomes.sound(step));
        Contrast contrast =
                Contrast.of(creates, step -> !OfferedProtocols.text(step).contains(UploadProtocol.BITS_1_5));
        Set<String> refused = Shown.ids(contrast.refused());
        boolean comparedWhole = new ProtocolsComparedWhole().find(evidence).isPresent();
        return contrast.decides() && !comparedWhole
                ? Shown.by(
                        contrast.shows(),
                        finding -> finding.requirement().equals("create-session.status")
                                && refused.contains(finding.exchange()))
                : Optional.empty();
    }
}
