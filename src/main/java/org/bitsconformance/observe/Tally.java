package org.bitsconformance.observe;

import java.util.HashSet;
import java.util.Set;

/** What has passed so far, in numbers. */
public final class Tally {

    private static final int MOST_CLIENTS = 1_000;

    private final Set<String> clients = new HashSet<>();
    private long packets;
    private long uploads;
    private long others;
    private long begunBefore;
    private long overLimit;
    private long notHttp;
    private long unreached;
    private long turnedAway;
    private volatile long lastNanos = System.nanoTime();

    /**
     * The numbers at one moment.
     *
     * @param clients clients that sent packets
     * @param packets BITS packets that were recorded
     * @param uploads uploads that were closed or cancelled
     * @param unrecorded what is not on record
     */
    public record Numbers(int clients, long packets, long uploads, Unrecorded unrecorded) {}

    /**
     * What passed, or did not, without being on record.
     *
     * @param others requests that are no BITS packets
     * @param begunBefore packets of sessions that began before the observation
     * @param overLimit packets that came after the record had reached its limit
     * @param notHttp connections that carried something that is not HTTP
     * @param unreached requests for which there was no connection to the server; they are recorded if they are packets
     * @param turnedAway connections that were closed because there were too many
     */
    public record Unrecorded(
            long others, long begunBefore, long overLimit, long notHttp, long unreached, long turnedAway) {}

    synchronized void packet(String client) {
        packets++;
        if (clients.size() < MOST_CLIENTS) {
            clients.add(client);
        }
    }

    synchronized void upload() {
        uploads++;
    }

    synchronized void other() {
        others++;
    }

    synchronized void begunBefore() {
        begunBefore++;
    }

    synchronized void overLimit() {
        overLimit++;
    }

    synchronized void notHttp() {
        notHttp++;
    }

    synchronized void unreached() {
        unreached++;
    }

    synchronized void turnedAway() {
        turnedAway++;
    }

    /** Something has passed. */
    void passed() {
        lastNanos = System.nanoTime();
    }

    /** Time since anything passed, in nanoseconds. */
    long idleNanos() {
        return System.nanoTime() - lastNanos;
    }

    synchronized Numbers numbers() {
        return new Numbers(
                clients.size(),
                packets,
                uploads,
                new Unrecorded(others, begunBefore, overLimit, notHttp, unreached, turnedAway));
    }
}
