package org.bitsconformance.reference.stimulus;

import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.FragmentRange;

/** A point of an upload, recognised when a packet arrives. */
@FunctionalInterface
interface Moment {

    boolean isNow(Situation situation);

    default Moment and(Moment other) {
        return situation -> isNow(situation) && other.isNow(situation);
    }

    /** Any packet. */
    static Moment packet() {
        return situation -> true;
    }

    static Moment packet(PacketType type) {
        return situation -> situation.exchange().is(type);
    }

    static Moment create() {
        return packet(PacketType.CREATE_SESSION);
    }

    static Moment close() {
        return packet(PacketType.CLOSE_SESSION);
    }

    /** A Fragment of an open session whose range is well-formed. */
    static Moment fragment() {
        return packet(PacketType.FRAGMENT)
                .and(situation -> situation.exchange().range().isPresent()
                        && situation.exchange().session().isPresent());
    }

    /** A Fragment that can be divided. */
    static Moment longFragment() {
        return fragment().and(situation -> situation.range().length() > 1);
    }

    /** A Fragment that is the whole upload. */
    static Moment onlyFragment() {
        return longFragment()
                .and(situation ->
                        situation.range().first() == 0 && situation.range().reachesEnd());
    }

    /** A Fragment after the first. */
    static Moment laterFragment() {
        return fragment().and(situation -> situation.range().first() > 0);
    }

    /** A Fragment with the last byte. */
    static Moment lastFragment() {
        return fragment().and(situation -> situation.range().reachesEnd());
    }

    /** A Fragment longer than half of the first one; never one of 5 KiB, to which Windows reduces (MC-BUP note 16). */
    static Moment fragmentOverLimit() {
        return fragment().and(situation -> situation.range().length() > limit(situation));
    }

    private static long limit(Situation situation) {
        return Math.max(
                5 << 10, situation.firstRange().map(FragmentRange::length).orElse(0L) / 2);
    }
}
