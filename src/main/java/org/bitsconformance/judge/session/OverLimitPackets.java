package org.bitsconformance.judge.session;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.ContentRange;

/** Which packets exceed what the target file declares, and what happened to them. */
final class OverLimitPackets {

    private static final String NAME = "{name}";
    private static final Pattern URL = Pattern.compile("^[A-Za-z]+://([^/?]*)(.*)$");
    private static final int OUT_OF_SYNC = 416;

    private OverLimitPackets() {}

    /** Whether a packet is a fragment of an upload that is larger than the target's declared limit. */
    static boolean upload(Step step, Context context) {
        return range(step)
                .filter(range ->
                        exceeds(range.total(), context.header().target().maxUpload()))
                .isPresent();
    }

    /** Whether a packet is a fragment that is larger than the target's declared limit. */
    static boolean fragment(Step step, Context context) {
        return range(step)
                .filter(range ->
                        exceeds(range.length(), context.header().target().maxFragment()))
                .isPresent();
    }

    /** Whether a packet is a Create-Session for a place that the target declares. */
    static boolean createAt(Step step, Optional<String> place) {
        return step.is(PacketType.CREATE_SESSION)
                && driven(step)
                && place.filter(url -> leadsTo(step, url)).isPresent();
    }

    /** Whether an answer refuses a packet for another reason than its offset. */
    static boolean refused(Step step) {
        return step.answer()
                .filter(answer -> !answer.success() && answer.status() != OUT_OF_SYNC)
                .isPresent();
    }

    /** Reports a refusal that need not come from the BITS server. */
    static Judgement byOthers(Step step) {
        return Judgement.observed(step.packet() + " was answered "
                + step.answer().map(answer -> String.valueOf(answer.status())).orElse("nothing")
                + " and no Ack: a front end may have refused it.");
    }

    private static Optional<ContentRange> range(Step step) {
        return step.request().contentRange().filter(range -> driven(step) && step.is(PacketType.FRAGMENT));
    }

    private static boolean driven(Step step) {
        return step.exchange().purpose() == Purpose.BEYOND;
    }

    private static boolean exceeds(long size, OptionalLong most) {
        return most.isPresent() && size > most.getAsLong();
    }

    /**
     * Whether a request leads to the place. A URL without a name in it and without one at its end means the place
     * itself; otherwise what is below it.
     */
    private static boolean leadsTo(Step step, String url) {
        Matcher place = URL.matcher(url.split(Pattern.quote(NAME), 2)[0]);
        return place.find()
                && step.request()
                        .headers()
                        .first("Host")
                        .filter(host -> host.equalsIgnoreCase(place.group(1)))
                        .isPresent()
                && step.request().resource().startsWith(place.group(2).isEmpty() ? "/" : place.group(2));
    }
}
