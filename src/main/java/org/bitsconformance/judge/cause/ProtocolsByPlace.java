package org.bitsconformance.judge.cause;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;

/** A Create-Session is accepted if the known GUID is at one end of the list, and refused if it is anywhere else. */
public final class ProtocolsByPlace implements CauseFinder {

    private final String id;
    private final Predicate<OfferedProtocols> place;

    private ProtocolsByPlace(String id, Predicate<OfferedProtocols> place) {
        this.id = id;
        this.place = place;
    }

    /** The server looks only at the first GUID. */
    public static ProtocolsByPlace first() {
        return new ProtocolsByPlace("protocols-first-only", OfferedProtocols::knownFirst);
    }

    /** The server looks only at the last GUID. */
    public static ProtocolsByPlace last() {
        return new ProtocolsByPlace("protocols-last-only", OfferedProtocols::knownLast);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<OfferedProtocols> lists = OfferedProtocols.all(evidence);
        Set<Step> elsewhere = lists.stream()
                .filter(place.negate())
                .map(OfferedProtocols::step)
                .collect(Collectors.toSet());
        Contrast contrast =
                Contrast.of(lists.stream().map(OfferedProtocols::step).toList(), elsewhere::contains);
        boolean amongOthers = lists.stream()
                .anyMatch(list -> list.guids().size() > 1
                        && list.knownFirst() != list.knownLast()
                        && place.test(list)
                        && Outcomes.taken(list.step()));
        if (!amongOthers || !contrast.decides()) {
            return Optional.empty();
        }
        Set<String> explained = Shown.ids(evidence.steps(
                step -> step.is(PacketType.CREATE_SESSION) && Outcomes.refused(step) && elsewhere(step)));
        return Shown.by(
                contrast.shows(),
                finding ->
                        finding.requirement().startsWith("create-session.") && explained.contains(finding.exchange()));
    }

    /** Whether the GUID is elsewhere, however the list is written. */
    private boolean elsewhere(Step step) {
        List<String> guids = Arrays.stream(
                        OfferedProtocols.text(step).toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .toList();
        return guids.contains(UploadProtocol.BITS_1_5) && place.negate().test(new OfferedProtocols(step, guids));
    }
}
