package org.bitsconformance.drive.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.bitsconformance.drive.transport.DrivingStopped;

/** Uploads that are driven in parallel: each by its own thread, over its own connection, with its own clean-up. */
public final class AtOnce {

    private final List<Upload> uploads;
    private final Map<Upload, DrivingStopped> stopped = new ConcurrentHashMap<>();

    AtOnce(List<Upload> uploads) {
        this.uploads = List.copyOf(uploads);
    }

    /** The uploads that can go on. */
    public List<Upload> going() {
        return uploads.stream().filter(upload -> !stopped.containsKey(upload)).toList();
    }

    /** Lets no packet begin later than this long from now. */
    public AtOnce within(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        uploads.forEach(upload -> upload.endAt(
                end,
                "the " + longest.toSeconds() + " s were over that uploads at once have, before all packets were sent"));
        return this;
    }

    /**
     * Does the same with every upload in parallel, and waits until all are done. An upload that cannot go on takes no
     * part in what follows.
     *
     * @throws IllegalStateException when the suite itself fails to drive an upload
     */
    public void each(Consumer<Upload> packets) {
        List<Upload> going = going();
        if (going.isEmpty()) {
            return;
        }
        CyclicBarrier start = new CyclicBarrier(going.size());
        ExecutorService threads = Executors.newFixedThreadPool(going.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            going.forEach(upload -> running.add(threads.submit(() -> drive(upload, packets, start))));
            List<IllegalStateException> failed =
                    running.stream().flatMap(one -> await(one).stream()).toList();
            if (!failed.isEmpty()) {
                throw failed.get(0);
            }
        } finally {
            threads.shutdown();
        }
    }

    private void drive(Upload upload, Consumer<Upload> packets, CyclicBarrier start) {
        try {
            start.await();
            packets.accept(upload);
        } catch (DrivingStopped e) {
            stopped.put(upload, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException("an upload could not begin with the others", e);
        }
    }

    /** Waits for an upload, and says how it failed if it did. */
    private static Optional<IllegalStateException> await(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            return Optional.of(
                    new IllegalStateException("an upload at the same time as others failed: " + e.getCause(), e));
        }
        return Optional.empty();
    }

    /**
     * Ends parallel driving.
     *
     * @throws DrivingStopped when an upload could not go on; if there are several, the first one
     */
    public void end() {
        for (Upload upload : uploads) {
            if (stopped.containsKey(upload)) {
                throw stopped.get(upload);
            }
        }
    }
}
