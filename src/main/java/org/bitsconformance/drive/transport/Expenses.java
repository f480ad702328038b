package org.bitsconformance.drive.transport;

import org.bitsconformance.target.Budget;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * How many requests a run has sent, and how many bytes crossed its connections, compared with the budget. Counts the
 * bytes of HTTP without what TLS and TCP add, and only the answer's body for a read-back. Thread-safe.
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
     * @param bytes length of the request
     * @throws DrivingStopped when that exceeds the budget; the request is then not counted
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

    /** Whether the budget allows one more request of that many bytes. */
    public synchronized boolean suffice(long bytes) {
        return requests < budget.requests().orElse(Long.MAX_VALUE)
                && bytes <= budget.bytes().orElse(Long.MAX_VALUE) - sent;
    }

    /** Corrects the count of a request that was announced before it was sent, now that it has ended. */
    public synchronized void settle(long announced, Traffic traffic) {
        requests--;
        sent -= announced;
        add(traffic);
    }

    /** Counts a request that is sent whatever the budget says. */
    public synchronized void add(Traffic traffic) {
        if (traffic.ending() != Ending.NOT_CONNECTED) {
            requests++;
        }
        sent += traffic.request().length();
        received += traffic.unasked().length() + traffic.answer().length();
    }

    /** Counts received bytes that no {@link Traffic} holds. */
    public synchronized void receive(long bytes) {
        received += bytes;
    }

    /** Number of requests, including probes, read-backs and clean-up. */
    public synchronized long requests() {
        return requests;
    }

    /** Number of bytes in requests. */
    public synchronized long sent() {
        return sent;
    }

    /** Number of bytes in answers. */
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
