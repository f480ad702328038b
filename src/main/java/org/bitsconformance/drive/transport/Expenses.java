package org.bitsconformance.drive.transport;

import org.bitsconformance.target.Budget;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * How many requests a run has sent, and how many bytes crossed its connections, compared with the budget. Bytes are those
 * of HTTP, without what TLS and TCP add; of a read-back, only the body of the answer is counted. Safe for several threads.
 */
public final class Expenses {

    private final Budget budget;
    private long requests;
    private long sent;
    private long received;

    public Expenses(Budget budget) {
        this.budget = budget;
    }

    /**
     * Counts a request that is about to be sent.
     *
     * @param bytes how long it will be
     * @throws DrivingStopped when the budget does not suffice for it; it is not counted then
     */
    public synchronized void spend(long bytes) {
        if (requests >= budget.requests().orElse(Long.MAX_VALUE)) {
            throw stopped("the plan's budget of " + requests(budget.requests().orElseThrow()) + " is used up");
        }
        if (bytes > budget.bytes().orElse(Long.MAX_VALUE) - sent) {
            throw stopped("the plan's budget of " + budget.bytes().orElseThrow() + " bytes is used up: " + sent
                    + " bytes were sent, and the next request has " + bytes);
        }
        requests++;
        sent += bytes;
    }

    /** Whether the budget suffices for one more request of that many bytes. */
    public synchronized boolean suffice(long bytes) {
        return requests < budget.requests().orElse(Long.MAX_VALUE)
                && bytes <= budget.bytes().orElse(Long.MAX_VALUE) - sent;
    }

    /** A request that was counted before it was sent has come to its end. */
    public synchronized void settle(long announced, Traffic traffic) {
        requests--;
        sent -= announced;
        add(traffic);
    }

    /** Counts a request that is sent regardless of the budget. */
    public synchronized void add(Traffic traffic) {
        if (traffic.ending() != Ending.NOT_CONNECTED) {
            requests++;
        }
        sent += traffic.request().length();
        received += traffic.unasked().length() + traffic.answer().length();
    }

    /** Counts what came back, where no {@link Traffic} has it. */
    public synchronized void receive(long bytes) {
        received += bytes;
    }

    /** Number of requests, probes, read-backs and clean-up included. */
    public synchronized long requests() {
        return requests;
    }

    /** Number of bytes in requests. */
    public synchronized long sent() {
        return sent;
    }

    /** Number of bytes that came back. */
    public synchronized long received() {
        return received;
    }

    private static String requests(long number) {
        return number + (number == 1 ? " request" : " requests");
    }

    private static DrivingStopped stopped(String reason) {
        return new DrivingStopped(CaseEnd.Ending.INTERRUPTED, reason);
    }
}
