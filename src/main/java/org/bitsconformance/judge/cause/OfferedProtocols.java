package org.bitsconformance.judge.cause;

import java.util.Arrays;
import java.util.List;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;

/**
 * The list of protocols in a Create-Session that the server must accept: it contains the known one, spelt as in the
 * documents, with single spaces between the protocols.
 *
 * @param step the packet
 * @param guids what it offers, in order
 */
record OfferedProtocols(Step step, List<String> guids) {

    private static final String BLANK = " ";

    /** Every such list of the run that was accepted or refused. */
    static List<OfferedProtocols> all(Evidence evidence) {
        return evidence.steps(step -> step.is(PacketType.CREATE_SESSION) && Outcomes.sound(step)).stream()
                .map(step -> new OfferedProtocols(step, guids(step)))
                .filter(offered -> offered.guids().contains(UploadProtocol.BITS_1_5))
                .toList();
    }

    /** What a packet offers, in order. */
    static List<String> guids(Step step) {
        return Arrays.asList(text(step).split(BLANK));
    }

    /** The value as it was sent. */
    static String text(Step step) {
        return step.request().headers().first(BitsHeaders.SUPPORTED_PROTOCOLS).orElse("");
    }

    /** Whether the known protocol is at this place. */
    boolean knownAt(int place) {
        return guids.get(place).equals(UploadProtocol.BITS_1_5);
    }

    boolean knownFirst() {
        return knownAt(0);
    }

    boolean knownLast() {
        return knownAt(guids.size() - 1);
    }
}
