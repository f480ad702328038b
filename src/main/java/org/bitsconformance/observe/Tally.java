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
    private long bytes;
    private volatile long lastNanos = System.nanoTime();

    /**
     * The numbers at one moment.
     *
     * @param clients clients that sent packets
     * @param packets BITS packets that were recorded
     * @param uploads uploads that were closed or cancelled
     * @param others requests that are no BITS packets, and were not recorded
     * @param begunBefore packets of sessions that began before the observation, and were not recorded
     * @param overLimit packets that were not recorded because the record had reached its limit
     * @param notHttp connections that carried something that is not HTTP
     * @param unreached requests for which there was no connection to the server
     * @param bytes bytes that passed, in both directions
     */
    public record Numbers(
            int clients,
            long packets,
            long uploads,
            long others,
            long begunBefore,
            long overLimit,
            long notHttp,
            long unreached,
            long bytes) {}

    synchronized void packet(String client) {
        packets++;
        if (clients.size() < MOST_CLIENTS) {
            clients.add(client);
        }
    }

    synchronized void upload() {
        uploads++;
        notifyAll();
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

    /** Bytes have passed. */
    void passed(int count) {
        lastNanos = System.nanoTime();
        synchronized (this) {
            bytes += count;
        }
    }

    /** Time since anything passed, in nanoseconds. */
    long idleNanos() {
        return System.nanoTime() - lastNanos;
    }

    synchronized Numbers numbers() {
        return new Numbers(
                clients.size(), packets, uploads, others, begunBefore, overLimit, notHttp, unreached, bytes);
    }
}
