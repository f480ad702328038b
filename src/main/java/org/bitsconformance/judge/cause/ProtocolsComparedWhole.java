package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;

/** A Create-Session is accepted with only the known GUID, and refused with any other next to it, whatever the order. */
public final class ProtocolsComparedWhole implements CauseFinder {

    @Override
    public String id() {
        return "protocols-compared-whole";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<OfferedProtocols> lists = OfferedProtocols.all(evidence);
        Set<Step> several = lists.stream()
                .filter(list -> list.guids().size() > 1)
                .map(OfferedProtocols::step)
                .collect(Collectors.toSet());
        Contrast contrast =
                Contrast.of(lists.stream().map(OfferedProtocols::step).toList(), several::contains);
        boolean everyPlace = lists.stream().anyMatch(list -> list.guids().size() > 1 && list.knownFirst())
                && lists.stream().anyMatch(list -> list.guids().size() > 1 && list.knownLast());
        if (!everyPlace || !contrast.decides(1)) {
            return Optional.empty();
        }
        Set<String> explained = Shown.ids(evidence.steps(step -> step.is(PacketType.CREATE_SESSION)
                && Outcomes.refused(step)
                && !OfferedProtocols.text(step).equals(UploadProtocol.BITS_1_5)));
        return Shown.by(
                contrast.shows(),
                finding ->
                        finding.requirement().startsWith("create-session.") && explained.contains(finding.exchange()));
    }
}
