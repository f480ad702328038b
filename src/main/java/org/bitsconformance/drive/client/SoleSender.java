package org.bitsconformance.drive.client;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.bitsconformance.drive.client.ApplicationStub.Part;

/**
 * Lets only one case send the last byte of an upload while its connections are reset before a notification is read:
 * nothing then shows which case such a connection belongs to. Guarded by the {@link ApplicationStub} that it is given.
 */
final class SoleSender {

    /** How long a case waits at most for others, whose packets may never be answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Optional<Part> holder = Optional.empty();

    /** The case that is now the only sender. */
    Optional<Part> holder() {
        return holder;
    }

    /**
     * Waits until a case may send the last byte of an upload, and makes it the only sender if necessary.
     *
     * @param stub whose lock is released during the wait
     * @param all the cases that may have uploads
     */
    void await(ApplicationStub stub, Part part, Collection<Part> all) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long left = PATIENCE.toMillis();
        try {
            while (!mayGo(part, all) && left > 0) {
                stub.wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (part.hangsUp()) {
            holder = Optional.of(part);
        }
    }

    /** Ends the time of a case as the only sender, if it was one. */
    void leave(Part part) {
        holder = holder.filter(other -> other != part);
    }

    private boolean mayGo(Part part, Collection<Part> all) {
        return holder.filter(other -> other != part).isEmpty()
                && !(part.hangsUp() && all.stream().anyMatch(other -> other != part && other.isUnderWay()));
    }
}
